package com.cashtrace.infra.run;

import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.backend.Caller;
import com.cashtrace.infra.backend.StateFile;
import com.cashtrace.infra.backend.StatePlace;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.report.CheckResult;
import com.cashtrace.infra.report.CheckedFile;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
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
    return new StateAccess(SpecLoader.of(folder, resources), variables);
  }

  /**
   * What it gave.
   *
   * @param checked what is wrong with the spec; with an error nothing was done
   * @param value what the work gave, or null
   */
  public record Result<T>(CheckResult checked, @Nullable T value) {}

  /**
   * An environment's account.
   *
   * @param aws asks
   * @param environment whose it is
   * @param caller whose credentials are used; they are of the account
   */
  record Reached(Aws aws, Environment environment, Caller caller) {

    StatePlace place() {
      return StatePlace.of(environment);
    }

    StateFile state() {
      return new StateFile(aws, place());
    }
  }

  /** Looks at the state of one environment. */
  public <T> Result<T> with(String name, BiFunction<StateFile, StatePlace, T> work) {
    return reach(name, reached -> work.apply(reached.state(), reached.place()));
  }

  /** Works in the account of one environment. */
  <T> Result<T> reach(String name, Function<Reached, T> work) {
    LoadedSpecs specs = loader.load(List.of(name));
    CheckResult checked =
        CheckResult.of(List.of(new CheckedFile(name, SpecFolder.label(name))), specs.problems());
    if (specs.environments().isEmpty()) {
      return new Result<>(checked, null);
    }
    Environment environment = specs.environments().get(0);
    StatePlace place = StatePlace.of(environment);
    try (Aws aws = Aws.in(place.region(), variables)) {
      Caller caller = Caller.of(aws).require(place);
      return new Result<>(checked, work.apply(new Reached(aws, environment, caller)));
    }
  }
}
