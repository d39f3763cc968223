package com.cashtrace.infra.problem;

import java.util.List;

/**
 * What is known about all problems of one code: what {@code explain CODE} prints.
 *
 * @param code as in {@link Problem#code()}
 * @param severity how much it weighs as a rule
 * @param title a few words without a full stop
 * @param meaning what is wrong and why it matters, in sentences
 * @param fix what to do about it, in sentences
 * @param example YAML or a command that is right
 * @param requirements ids of the requirements that it serves
 * @param sources where somebody else says so: addresses, or members of AWS' API
 */
public record ProblemKind(
    String code,
    Severity severity,
    String title,
    String meaning,
    String fix,
    String example,
    List<String> requirements,
    List<String> sources) {

  /** Copies the lists. */
  public ProblemKind {
    requirements = List.copyOf(requirements);
    sources = List.copyOf(sources);
  }
}
