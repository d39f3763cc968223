package com.cashtrace.infra.run;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.place.Once;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.residency.Agreement;
import com.cashtrace.infra.residency.Agreement.Side;
import com.cashtrace.infra.residency.Agreement.Stated;
import com.cashtrace.infra.residency.Holding;
import com.cashtrace.infra.residency.Verdict;
import com.cashtrace.infra.scan.Knowledge;
import com.cashtrace.infra.scan.Scan;
import com.cashtrace.infra.scan.ScanOptions;
import com.cashtrace.infra.scan.ScanResult;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges where the data is of a plan that was rendered from a spec, or of the state that it led to.
 * The catalogues are read once for all; several threads may judge.
 */
public final class PlanJudging {

  private static final String STATE_DATA = "terraform_data";

  private final Judging judging;
  private final Once<Scan> scan;

  /**
   * Reads nothing yet.
   *
   * @param judging by what
   * @param resources where the catalogues are
   */
  public PlanJudging(Judging judging, Resources resources) {
    this.judging = judging;
    this.scan = new Once<>(() -> new Scan(Knowledge.read(resources, judging.places())));
  }

  /**
   * Judges the JSON of a plan.
   *
   * @param environment what it was rendered from
   * @param whole true if it must plan what the spec declares, false if it destroys that
   * @param problems gets all that people must see, also where spec and plan disagree
   */
  public Verdict judge(
      InputStream json, Environment environment, boolean whole, List<Problem> problems) {
    ScanResult result = scan(json, environment, "the plan");
    if (whole) {
      problems.addAll(judging.agreement(environment, result.stated()));
    }
    return judge(result, environment, problems);
  }

  /**
   * Judges the JSON of a state.
   *
   * @param environment what it was rendered from
   * @param planned the judgement of the plan that led to it and to which it must agree, as it must
   *     to the spec; null if a part of that may be missing
   * @param problems gets all that people must see
   */
  public Verdict judgeState(
      InputStream json,
      Environment environment,
      @Nullable Verdict planned,
      List<Problem> problems) {
    ScanResult result = scan(json, environment, "the state");
    if (planned != null) {
      var plan = new Stated(Side.PLAN, placed(planned.holdings()), true);
      var state = new Stated(Side.STATE, placed(result.holdings()), true);
      problems.addAll(judging.agreement(environment, result.stated()));
      problems.addAll(new Agreement(plan, state).differences());
    }
    return judge(result, environment, problems);
  }

  /**
   * Judges where the data of what is there is, by the JSON of a refresh-only plan. That a spec says
   * something else already is no matter: it may not have been applied yet.
   *
   * @param environment what was rendered
   * @param problems gets all that people must see
   */
  public Verdict judgeLive(InputStream json, Environment environment, List<Problem> problems) {
    ScanResult result = scan.get().live(json, options(environment, "the refresh"));
    return judge(result, environment, problems);
  }

  /** Data of terraform's own is in the state itself, which a plan does not say of it. */
  private static List<Holding> placed(List<Holding> holdings) {
    return holdings.stream()
        .filter(holding -> !holding.subject().type().equals(STATE_DATA))
        .toList();
  }

  private ScanResult scan(InputStream json, Environment environment, String name) {
    return scan.get().scan(json, options(environment, name));
  }

  private ScanOptions options(Environment environment, String name) {
    var declared = SpecModules.of(environment, judging.places());
    return new ScanOptions(name, null, tagged -> Optional.of(declared));
  }

  private Verdict judge(ScanResult result, Environment environment, List<Problem> problems) {
    Verdict verdict = judging.judge(result.holdings(), environment);
    problems.addAll(result.notes());
    problems.addAll(verdict.problems());
    return verdict;
  }
}
