package com.cashtrace.infra.run;

import com.cashtrace.infra.audit.AuditRecord;
import com.cashtrace.infra.audit.Details;
import com.cashtrace.infra.audit.Principal;
import com.cashtrace.infra.audit.Receipt;
import com.cashtrace.infra.bundle.PlanBundle;
import com.cashtrace.infra.bundle.StoredBundle;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.report.ApprovalReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Approves plans. Of the spec it takes who may approve and how old a plan may be; {@code apply}
 * asks the spec that the plan was made from once more.
 */
public final class Approving {

  private final SpecLoader loader;
  private final Workplace workplace;

  private Approving(SpecLoader loader, Workplace workplace) {
    this.loader = loader;
    this.workplace = workplace;
  }

  /** Approves plans of the environments of a folder of specs. */
  public static Approving of(SpecFolder folder, Resources resources, Workplace workplace) {
    return new Approving(SpecLoader.of(folder, resources), workplace);
  }

  /**
   * What came of it.
   *
   * @param approval null if it was refused
   * @param problems why it was
   */
  public record Result(@Nullable ApprovalReport approval, List<Problem> problems) {

    /** Copies the problems. */
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Approves a plan in the name of whoever's credentials are used.
   *
   * @param plan as {@link PlanName#of} takes it
   * @param reason in the approver's words
   * @param directory where relative paths count from
   */
  public Result approve(String plan, String reason, Path directory) {
    PlanName name = PlanName.of(plan, directory);
    LoadedSpecs specs = loader.load(List.of(name.environment()));
    if (specs.environments().isEmpty()) {
      return new Result(null, specs.problems());
    }
    Environment environment = specs.environments().get(0);
    return OnlineAccount.with(
        environment,
        workplace,
        asked -> approve(name, reason, environment, asked.account().await()));
  }

  private Result approve(
      PlanName name, String reason, Environment environment, OnlineAccount account) {
    StoredBundle stored = StoredBundle.read(name.source(account::plans));
    PlanGate gate = new PlanGate(environment, PlanLedger.of(account.history(), stored.bundle()));
    List<Problem> problems = new ArrayList<>(gate.genuine(stored));
    problems.addAll(gate.usable(stored.bundle(), workplace.clock().instant()));
    Principal approver = account.recorder().principal();
    problems.addAll(refusals(gate, approver));
    if (!problems.isEmpty()) {
      return new Result(null, problems);
    }
    PlanBundle bundle = stored.bundle();
    Details approval =
        new Details.Approval(
            bundle.id(), bundle.planner().name(), reason, PlanRecords.commit(bundle));
    Receipt receipt = account.recorder().record(approval, PlanRecords.digests(stored));
    return new Result(
        new ApprovalReport(bundle, approver.name(), reason, receipt.toString()), List.of());
  }

  private static List<Problem> refusals(PlanGate gate, Principal approver) {
    List<Problem> problems = new ArrayList<>();
    Approvers approvers = gate.approvers();
    if (!approvers.admit(approver)) {
      problems.add(
          Problem.unlocated(
              "approval-role",
              "'"
                  + approver.name()
                  + "' may not approve plans of '"
                  + gate.environment().name()
                  + "'",
              "who may stands in account.roles.approve of the spec: " + approvers.words()));
    }
    gate.ledger()
        .plan()
        .map(AuditRecord::entry)
        .filter(entry -> entry.principal().name().equals(approver.name()))
        .ifPresent(
            entry ->
                problems.add(
                    Problem.unlocated(
                        "approval-by-planner",
                        "'"
                            + approver.name()
                            + "' made this plan, and a second person must approve it",
                        "the name of a role's session tells nobody apart; use another role or user")));
    return problems;
  }
}
