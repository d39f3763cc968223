package com.cashtrace.infra.doctor;

import com.cashtrace.infra.terraform.LockedProvider;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Does the lock file of rendered roots bind terraform to providers whose bytes are known. */
final class LockFileCheck {

  private static final String NAME = "lock file";
  private static final String FIX = "'terraform providers lock' writes one; see --templates";

  private static final Pattern UNPACKED = Pattern.compile("\"h1:[^\"]+\"");
  private static final Pattern PACKED = Pattern.compile("\"zh:[^\"]+\"");

  private LockFileCheck() {}

  static Check of(String text, List<LockedProvider> providers) {
    if (providers.isEmpty()) {
      return Check.problem(NAME, "binds terraform to no provider", FIX);
    }
    long unpacked = UNPACKED.matcher(text).results().count();
    long packed = PACKED.matcher(text).results().count();
    String bound =
        providers.stream().map(LockedProvider::toString).collect(Collectors.joining(", "));
    String detail =
        String.format(
            Locale.ROOT,
            "binds to %s by %d checksums of folders and %d of archives",
            bound,
            unpacked,
            packed);
    return unpacked == 0
        ? Check.warning(NAME, detail + "; a mirror of folders can't be checked", FIX)
        : Check.ok(NAME, detail);
  }
}
