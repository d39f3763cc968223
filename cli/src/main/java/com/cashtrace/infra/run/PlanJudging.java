package com.cashtrace.infra.run;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.residency.Verdict;
import com.cashtrace.infra.scan.Knowledge;
import com.cashtrace.infra.scan.Scan;
import com.cashtrace.infra.scan.ScanOptions;
import com.cashtrace.infra.scan.ScanResult;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Judges where the data of a plan is that was rendered from a spec.
 *
 * @param judging by what
 * @param resources where the catalogues are
 */
public record PlanJudging(Judging judging, Resources resources) {

  /**
   * Judges the JSON of a plan.
   *
   * @param environment what it was rendered from
   * @param problems gets all that people must see, also where spec and plan disagree
   */
  public Verdict judge(InputStream json, Environment environment, List<Problem> problems) {
    Scan scan = new Scan(Knowledge.read(resources, judging.places()));
    var declared = SpecModules.of(environment, judging.places());
    var options = new ScanOptions("the plan", null, name -> Optional.of(declared));
    ScanResult result = scan.scan(json, options);
    Verdict verdict = judging.judge(result.holdings(), environment);
    problems.addAll(result.notes());
    problems.addAll(verdict.problems());
    problems.addAll(judging.agreement(environment, result.stated()));
    return verdict;
  }
}
