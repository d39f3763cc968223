package com.cashtrace.infra.plan;

/**
 * What a plan says about itself.
 *
 * @param formatVersion version of the JSON format, 1.x
 * @param terraformVersion the terraform that made it
 * @param complete false if applying it would leave something undone, such as after {@code -target}
 * @param drifted how many managed resources were changed behind terraform's back
 */
public record PlanHeader(
    String formatVersion, String terraformVersion, boolean complete, int drifted) {}
