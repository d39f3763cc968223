package com.cashtrace.infra.run;

import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.Problem;
import java.util.List;

/**
 * What reading some environments gave.
 *
 * @param names the environments that were asked for, sorted
 * @param environments those of them that the schema found right, in the same order
 * @param problems what is wrong with the files, sorted, each once
 */
public record LoadedSpecs(
    List<String> names, List<Environment> environments, List<Problem> problems) {

  /** Copies the lists. */
  public LoadedSpecs {
    names = List.copyOf(names);
    environments = List.copyOf(environments);
    problems = List.copyOf(problems);
  }
}
