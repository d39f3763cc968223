package com.cashtrace.infra.audit;

import com.cashtrace.infra.problem.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects problems, each once, up to a number that a person still reads; counts the others. */
final class Findings {

  private static final int MOST = 20;

  private final Set<Problem> problems = new LinkedHashSet<>();
  private long omitted;

  void add(Problem problem) {
    if (problems.size() < MOST) {
      problems.add(problem);
    } else if (!problems.contains(problem)) {
      omitted++;
    }
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  long omitted() {
    return omitted;
  }
}
