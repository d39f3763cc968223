package com.cashtrace.infra.environment;

/**
 * How the records of an environment's audit trail are kept.
 *
 * @param retention for which nobody, or next to nobody, can delete a record
 * @param compliance true if it is nobody; false if who may bypass governance can
 */
public record Audit(TimeSpan retention, boolean compliance) {}
