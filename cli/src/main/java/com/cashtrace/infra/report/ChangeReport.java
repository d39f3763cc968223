package com.cashtrace.infra.report;

import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.revision.Change;
import com.cashtrace.infra.revision.Touched;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The environments that a change touches, ready to be written in any format.
 *
 * @param change what changed, or null where all environments were asked for
 * @param touched the environments, by name
 * @param gone spec files that are no more
 * @param environments all environments whose specs the schema found right
 */
public record ChangeReport(
    @Nullable Change change,
    List<Touched> touched,
    List<String> gone,
    List<Environment> environments) {

  /** Copies the lists. */
  public ChangeReport {
    touched = List.copyOf(touched);
    gone = List.copyOf(gone);
    environments = List.copyOf(environments);
  }

  /** True if the specs of all environments that are touched could be read. */
  public boolean isWhole() {
    return touched.stream()
        .allMatch(each -> environments.stream().anyMatch(e -> e.name().equals(each.environment())));
  }

  /** One format in which it is written. */
  public interface Format {

    /** Writes the whole report, with LF line ends and one at its end. */
    void write(ChangeReport value, Appendable out) throws IOException;
  }
}
