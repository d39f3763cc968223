package com.cashtrace.infra.run;

import com.cashtrace.infra.audit.AuditRecord;
import com.cashtrace.infra.bundle.BundleSource;
import com.cashtrace.infra.bundle.PlanBundle;
import com.cashtrace.infra.bundle.StoredBundle;
import com.cashtrace.infra.file.Digests;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.report.PlanReport;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Fetches a plan that was put away into the work folder of its root, and makes sure that it is the
 * one that was made, judged and approved, and that it still fits.
 *
 * @param planning reads and judges it
 * @param account of the environment, as soon as it has answered
 * @param workplace tells the time
 */
record PlanOpening(Planning planning, Supplier<OnlineAccount> account, Workplace workplace) {

  /**
   * Opens it. Once it comes without problems, terraform may apply {@link PlanFiles#plan()}: what
   * was checked is the copy in the work folder. Terraform shows the plan while the account is asked
   * whether that may be.
   *
   * @param files of the work folder, still empty
   * @param name where it was put away
   * @param mode what the command is for
   */
  OpenedPlan open(OnlineRoot root, PlanFiles files, PlanName name, PlanBundle.Mode mode) {
    BundleSource source = name.source(() -> account.get().plans());
    StoredBundle stored = StoredBundle.read(source).copyTo(root.folder(), root.label());
    PlanTask task = PlanTask.of(root, files.again(), PlanWish.of(stored.bundle()));
    try (Meanwhile<Shown> shown = Meanwhile.begin(() -> show(task, stored))) {
      PlanLedger ledger = PlanLedger.of(account.get().history(), stored.bundle());
      PlanGate gate = new PlanGate(root.environment(), ledger);
      List<Problem> problems = gate.apply(stored, standing(root, mode));
      return problems.isEmpty()
          ? judged(stored, gate.approvals(), shown.await())
          : new OpenedPlan(stored, gate.approvals(), null, problems);
    }
  }

  /**
   * A plan as terraform shows it.
   *
   * @param report what it does, judged
   * @param json SHA-256 of its masked JSON
   */
  private record Shown(PlanReport report, String json) {}

  private Shown show(PlanTask task, StoredBundle stored) {
    stored.check(stored.digest()).forEach(PlanOpening::fail); // no need to read what was changed
    PlanReport report = planning.read(task, List.of(), new TreeMap<>());
    return new Shown(report, Digests.ofFile(task.files().masked()));
  }

  private static void fail(Problem problem) {
    throw new FailureException(problem, ExitCode.FINDINGS, null);
  }

  private static OpenedPlan judged(StoredBundle stored, List<AuditRecord> approvals, Shown shown) {
    PlanReport report = shown.report();
    return new OpenedPlan(
        stored, approvals, report, PlanGate.judgedAgain(stored.bundle(), shown.json(), report));
  }

  private Standing standing(OnlineRoot root, PlanBundle.Mode mode) {
    OnlineAccount found = account.get();
    return new Standing(
        workplace.clock().instant(),
        found.caller().account(),
        mode,
        RootDigests.of(root.environment(), root.tree()),
        found.state());
  }
}
