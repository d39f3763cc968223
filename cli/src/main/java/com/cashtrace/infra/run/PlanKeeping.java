package com.cashtrace.infra.run;

import com.cashtrace.infra.audit.Receipt;
import com.cashtrace.infra.backend.PlanStore;
import com.cashtrace.infra.bundle.PlanBundle;
import com.cashtrace.infra.bundle.StoredBundle;
import com.cashtrace.infra.file.PrivateFolder;
import com.cashtrace.infra.report.KeptPlan;
import com.cashtrace.infra.report.PlanReport;
import org.jspecify.annotations.Nullable;

/**
 * Puts a plan away, in the state's bucket or in a folder, and records it. It is put away first:
 * what the trail tells of is there.
 *
 * @param account where the bucket is
 * @param out the folder, or null for the bucket
 */
record PlanKeeping(OnlineAccount account, @Nullable OutFolder out) {

  /** The report that tells where the plan is. */
  PlanReport keep(MadePlan plan, OnlineRoot root) {
    PlanBundle bundle = plan.bundle().bundle();
    String place = out == null ? store(bundle.id(), root.folder()) : copy(out, plan, root.folder());
    Receipt receipt = new PlanRecords(account.recorder()).record(plan, root.environment());
    String name = out == null ? PlanName.inBucket(bundle) : place;
    return plan.report()
        .with(new KeptPlan(bundle.environment(), bundle.id(), place, name, receipt.toString()));
  }

  private String store(String id, PrivateFolder folder) {
    PlanStore plans = account.plans();
    StoredBundle.NAMES.forEach(name -> plans.put(id, name, folder.resolve(name)));
    return plans.place(id);
  }

  private static String copy(OutFolder out, MadePlan plan, PrivateFolder from) {
    PrivateFolder folder = PrivateFolder.at(out.path());
    StoredBundle.NAMES.forEach(name -> folder.take(from.resolve(name), name));
    PlanFiles.summary(plan.report(), folder);
    return out.name();
  }
}
