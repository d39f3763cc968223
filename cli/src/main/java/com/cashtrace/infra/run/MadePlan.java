package com.cashtrace.infra.run;

import com.cashtrace.infra.bundle.StoredBundle;
import com.cashtrace.infra.report.PlanReport;

/**
 * A plan that was made with an account and lies in the work folder.
 *
 * @param report what it does, judged
 * @param bundle all that belongs to it
 */
record MadePlan(PlanReport report, StoredBundle bundle) {}
