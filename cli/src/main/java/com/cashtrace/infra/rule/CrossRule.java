package com.cashtrace.infra.rule;

import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.Problem;
import java.util.List;

/** A check of environments against each other. */
public interface CrossRule {

  /** What is wrong, whatever the order of the environments; empty if nothing is. */
  List<Problem> check(List<Environment> environments);
}
