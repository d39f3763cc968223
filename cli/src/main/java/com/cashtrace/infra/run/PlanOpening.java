package com.cashtrace.infra.run;

import com.cashtrace.infra.bundle.BundleSource;
import com.cashtrace.infra.bundle.PlanBundle;
import com.cashtrace.infra.bundle.StoredBundle;
import com.cashtrace.infra.file.Digests;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.report.PlanReport;
import java.util.List;
import java.util.TreeMap;

/**
 * Fetches a plan that was put away into the work folder of its root, and makes sure that it is the
 * one that was made, judged and approved, and that it still fits.
 *
 * @param planning reads and judges it
 * @param account of the environment
 * @param workplace tells the time
 */
record PlanOpening(Planning planning, OnlineAccount account, Workplace workplace) {

  /**
   * Opens it. Once it comes without problems, terraform may apply {@link PlanFiles#plan()}: what
   * was checked is the copy in the work folder.
   *
   * @param files of the work folder, still empty
   * @param mode what the command is for
   */
  OpenedPlan open(OnlineRoot root, PlanFiles files, BundleSource source, PlanBundle.Mode mode) {
    StoredBundle stored = StoredBundle.read(source).copyTo(root.folder(), root.label());
    PlanBundle bundle = stored.bundle();
    PlanLedger ledger = PlanLedger.of(account.history(), bundle);
    PlanGate gate = new PlanGate(root.environment(), ledger);
    List<Problem> problems = gate.apply(stored, standing(root, mode));
    if (!problems.isEmpty()) {
      return new OpenedPlan(stored, gate.approvals(), null, problems);
    }
    PlanTask task = PlanTask.of(root, files, PlanWish.of(bundle));
    PlanReport report = planning.read(task, List.of(), new TreeMap<>());
    return new OpenedPlan(
        stored,
        gate.approvals(),
        report,
        PlanGate.judgedAgain(bundle, Digests.ofFile(files.masked()), report));
  }

  private Standing standing(OnlineRoot root, PlanBundle.Mode mode) {
    return new Standing(
        workplace.clock().instant(),
        account.caller().account(),
        mode,
        RootDigests.of(root.environment(), root.tree()),
        account.state());
  }
}
