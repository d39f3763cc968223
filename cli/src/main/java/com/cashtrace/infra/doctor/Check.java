package com.cashtrace.infra.doctor;

import com.cashtrace.infra.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was looked at.
 *
 * @param name what, in few words; it is stable
 * @param status how it is
 * @param detail what was found, never the value of a variable that may be a secret
 * @param fix what to do about it; null where there is nothing to do
 */
public record Check(String name, Status status, String detail, @Nullable String fix) {

  static Check ok(String name, String detail) {
    return new Check(name, Status.OK, detail, null);
  }

  static Check warning(String name, String detail, String fix) {
    return new Check(name, Status.WARNING, detail, fix);
  }

  /** What stopped a command would stop others. */
  static Check problem(String name, Problem problem) {
    return problem(name, problem.message(), problem.hint());
  }

  static Check problem(String name, String detail, @Nullable String fix) {
    return new Check(name, Status.PROBLEM, detail, fix);
  }
}
