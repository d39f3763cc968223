package com.cashtrace.infra.run;

import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.backend.Caller;
import com.cashtrace.infra.backend.StateFile;
import com.cashtrace.infra.backend.StatePlace;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.file.Folders;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.report.CheckResult;
import com.cashtrace.infra.report.CheckedFile;
import com.cashtrace.infra.schema.SpecSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reaches the state of an environment. The spec is checked by its schema only: whoever has to
 * release a lock should not have to mend the rest of the spec first.
 */
public final class StateAccess {

  private final SpecLoader loader;
  private final Map<String, String> variables;

  private StateAccess(SpecLoader loader, Map<String, String> variables) {
    this.loader = loader;
    this.variables = variables;
  }

  /** Uses the credentials that the environment variables lead to. */
  public static StateAccess of(
      SpecFolder folder, Resources resources, Map<String, String> variables) {
    return new StateAccess(new SpecLoader(folder, new SpecSchema(resources)), variables);
  }

  /**
   * Reads a state that terraform left on this machine.
   *
   * @param name of the file, as the user wrote it
   */
  public static byte[] read(Path file, String name) {
    return Folders.read(file)
        .orElseThrow(
            () ->
                new FailureException(
                    Problem.unlocated(
                        "state-file-missing",
                        "there is no file '" + name + "'",
                        "terraform leaves errored.tfstate in the folder that it ran in"),
                    ExitCode.USAGE,
                    null));
  }

  /**
   * What it gave.
   *
   * @param checked what is wrong with the spec; with an error nothing was done
   * @param value what the work gave, or null
   */
  public record Result<T>(CheckResult checked, @Nullable T value) {}

  /** Works on the state of one environment. */
  public <T> Result<T> with(String name, BiFunction<StateFile, StatePlace, T> work) {
    LoadedSpecs specs = loader.load(List.of(name));
    CheckResult checked =
        CheckResult.of(List.of(new CheckedFile(name, SpecFolder.label(name))), specs.problems());
    if (specs.environments().isEmpty()) {
      return new Result<>(checked, null);
    }
    StatePlace place = StatePlace.of(specs.environments().get(0));
    try (Aws aws = Aws.in(place.region(), variables)) {
      Caller.of(aws).require(place);
      return new Result<>(checked, work.apply(new StateFile(aws, place), place));
    }
  }
}
