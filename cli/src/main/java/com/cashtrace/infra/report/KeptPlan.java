package com.cashtrace.infra.report;

/**
 * Where a plan was put to be approved and applied.
 *
 * @param environment its name
 * @param id SHA-256 of the binary plan
 * @param place the folder, or the address in S3
 * @param name what {@code approve} and {@code apply} call it
 * @param receipt number and digest of its record in the trail
 */
public record KeptPlan(String environment, String id, String place, String name, String receipt) {}
