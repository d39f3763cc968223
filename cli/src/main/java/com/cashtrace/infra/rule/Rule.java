package com.cashtrace.infra.rule;

import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.Problem;
import java.util.List;

/** A check of one environment that its schema can't state. */
public interface Rule {

  /** What is wrong, each problem at the value that is to blame; empty if nothing is. */
  List<Problem> check(Environment environment);
}
