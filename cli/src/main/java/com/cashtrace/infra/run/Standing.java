package com.cashtrace.infra.run;

import com.cashtrace.infra.bundle.PlanBundle;
import java.time.Instant;

/**
 * How things stand when a plan is to be applied.
 *
 * @param time now
 * @param account of the credentials
 * @param mode what the command is for
 * @param digests of what would be planned now
 * @param state that would be planned against now
 */
record Standing(
    Instant time,
    String account,
    PlanBundle.Mode mode,
    RootDigests digests,
    PlanBundle.State state) {}
