package com.cashtrace.infra.report;

import com.cashtrace.infra.revision.Cause;
import com.cashtrace.infra.revision.Change;
import com.cashtrace.infra.revision.Touched;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Which environments a change touches and why, for people. */
public final class ChangeText implements ChangeReport.Format {

  private static final int MOST_CAUSES = 10;
  private static final int SHORT_COMMIT = 12;

  @Override
  public void write(ChangeReport value, Appendable out) throws IOException {
    for (Touched touched : value.touched()) {
      out.append(touched.environment()).append('\n');
      causes(touched.causes(), out);
    }
    for (String file : value.gone()) {
      out.append(SafeText.of(file));
      out.append(" is gone: what it made as an environment stands until it is destroyed\n");
    }
    out.append(sum(value)).append('\n');
  }

  private static void causes(List<Cause> causes, Appendable out) throws IOException {
    for (Cause cause : causes.stream().limit(MOST_CAUSES).toList()) {
      out.append("  ").append(SafeText.of(cause.file()));
      out.append(": ").append(cause.kind().meaning()).append('\n');
    }
    int more = causes.size() - MOST_CAUSES;
    if (more > 0) {
      out.append("  and " + more + " more\n");
    }
  }

  private static String sum(ChangeReport value) {
    Change change = value.change();
    int count = value.touched().size();
    String environments = count + (count == 1 ? " environment" : " environments");
    if (change == null) {
      return environments;
    }
    int files = change.files().size();
    return String.format(
        Locale.ROOT,
        "%s touched by %d changed %s since '%s' (%s)",
        environments,
        files,
        files == 1 ? "file" : "files",
        SafeText.of(change.revision()),
        change.base().substring(0, Math.min(SHORT_COMMIT, change.base().length())));
  }
}
