package com.cashtrace.infra.run;

import com.cashtrace.infra.audit.Details;
import com.cashtrace.infra.audit.Receipt;
import com.cashtrace.infra.bundle.PlanBundle;
import com.cashtrace.infra.bundle.StoredBundle;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Residency;
import com.cashtrace.infra.residency.Finding;
import com.cashtrace.infra.residency.Verdict;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Records plans in the trail.
 *
 * @param recorder writes it
 */
record PlanRecords(Recorder recorder) {

  /** The digest of a bundle's description among those of its record. */
  static final String BUNDLE = "bundle";

  /** Records a plan, and then each waiver that it rests on. */
  Receipt record(MadePlan plan, Environment environment) {
    StoredBundle stored = plan.bundle();
    Map<String, String> digests = digests(stored);
    Receipt receipt = recorder.record(details(stored.bundle()), digests);
    for (Details use : waivers(stored.bundle(), plan.report().residency(), environment)) {
      recorder.record(use, digests);
    }
    return receipt;
  }

  /** What a record about a plan says of it. */
  static Map<String, String> digests(StoredBundle stored) {
    PlanBundle.Digests digests = stored.bundle().digests();
    return Map.of(
        BUNDLE,
        stored.digest(),
        "spec",
        digests.spec(),
        "root",
        digests.root(),
        "plan-json",
        digests.planJson(),
        "provider-lock",
        digests.lockFile());
  }

  private static Details.Plan details(PlanBundle bundle) {
    PlanBundle.Changes changes = bundle.changes();
    return new Details.Plan(
        bundle.id(),
        bundle.verdict().passed() ? Details.Verdict.PASSED : Details.Verdict.REFUSED,
        new Details.Changes(
            changes.create(), changes.update(), changes.replace(), changes.destroy()),
        new Details.StateVersion(bundle.state().lineage(), bundle.state().serial()),
        commit(bundle));
  }

  static Details.@Nullable Commit commit(PlanBundle bundle) {
    PlanBundle.Commit commit = bundle.commit();
    return commit == null ? null : new Details.Commit(commit.id(), commit.author());
  }

  private static Set<Details> waivers(
      PlanBundle bundle, @Nullable Verdict verdict, Environment environment) {
    Set<Details> uses = new LinkedHashSet<>();
    for (Finding finding : Objects.requireNonNull(verdict, "a plan is judged").findings()) {
      String name = finding.waiver();
      if (name != null) {
        Residency.Waiver waiver =
            Objects.requireNonNull(environment.residency().waivers().get(name), name);
        uses.add(
            new Details.WaiverUse(
                bundle.id(),
                name,
                waiver.rule(),
                waiver.component(),
                waiver.reason(),
                waiver.legalBasis(),
                waiver.approver(),
                waiver.expires().toString()));
      }
    }
    return uses;
  }
}
