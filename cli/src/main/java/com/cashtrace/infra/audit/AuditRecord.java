package com.cashtrace.infra.audit;

import java.time.Instant;

/**
 * One thing that was done to an environment.
 *
 * @param environment its name
 * @param sequence from 1, without gaps
 * @param id 32 hexadecimal digits of chance: tells the writer whether a record is its own
 * @param time by the writer's clock, to the millisecond
 * @param entry what the command said
 * @param previous SHA-256 of the file of the record before; zeros for the first
 */
public record AuditRecord(
    String environment, long sequence, String id, Instant time, Entry entry, String previous) {

  /** What the first record names as the one before. */
  public static final String NOTHING = "0".repeat(64);

  /** What was done. */
  public Details details() {
    return entry.details();
  }
}
