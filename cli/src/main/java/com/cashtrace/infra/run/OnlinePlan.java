package com.cashtrace.infra.run;

import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plans environments against their accounts and puts the plans away, to be approved and applied.
 *
 * @param roots makes the roots ready
 * @param judging judges the plans
 * @param commit finds the sources
 * @param workplace where this process runs
 */
public record OnlinePlan(
    OnlineRoots roots, PlanJudging judging, SourceCommit commit, Workplace workplace) {

  /**
   * Plans one environment.
   *
   * @param out the folder that gets the plan, or null for the state's bucket
   */
  public Planned plan(Environment environment, PlanWish wish, @Nullable OutFolder out) {
    return OnlineAccount.with(
        environment,
        workplace,
        asked -> {
          OnlineRoots.Attempt<Planned> attempt =
              roots.with(
                  environment,
                  asked.caller(),
                  root -> plan(root, asked.account().await(), wish, out));
          Planned planned = attempt.value();
          return planned == null ? new Planned(null, attempt.problems()) : planned;
        });
  }

  private Planned plan(
      OnlineRoot root, OnlineAccount account, PlanWish wish, @Nullable OutFolder out) {
    Planning planning = new Planning(root.terraform(), roots.watcher(), judging);
    BundleMaking making = new BundleMaking(planning, account, commit, workplace);
    try (PlanFiles files = new PlanFiles(root.folder())) {
      List<Problem> left = new ArrayList<>(LeftStates.settled(root, account, workplace));
      BundleMaking.Result result = making.make(root, files, wish, left::add);
      MadePlan made = result.plan();
      if (made == null) {
        left.addAll(result.problems());
        return new Planned(null, left);
      }
      MadePlan told = new MadePlan(made.report().with(left), made.bundle());
      return new Planned(new PlanKeeping(account, out).keep(told, root), List.of());
    }
  }
}
