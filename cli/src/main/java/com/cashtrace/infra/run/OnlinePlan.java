package com.cashtrace.infra.run;

import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.render.RenderedTree;
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
  public Planned plan(
      Environment environment, RenderedTree tree, PlanWish wish, @Nullable OutFolder out) {
    return OnlineAccount.with(
        environment,
        workplace,
        account -> {
          OnlineRoots.Attempt<Planned> attempt =
              roots.with(environment, tree, root -> plan(root, account, wish, out));
          Planned planned = attempt.value();
          return planned == null ? new Planned(null, attempt.problems()) : planned;
        });
  }

  private Planned plan(
      OnlineRoot root, OnlineAccount account, PlanWish wish, @Nullable OutFolder out) {
    Planning planning = new Planning(root.terraform(), roots.watcher(), judging);
    BundleMaking making = new BundleMaking(planning, account, commit, workplace);
    try (PlanFiles files = new PlanFiles(root.folder())) {
      BundleMaking.Result result = making.make(root, files, wish);
      MadePlan made = result.plan();
      return made == null
          ? new Planned(null, result.problems())
          : new Planned(new PlanKeeping(account, out).keep(made, root), List.of());
    }
  }
}
