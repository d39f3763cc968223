package com.cashtrace.infra.backend;

import java.time.Period;

/**
 * How long S3 keeps an object from being deleted.
 *
 * @param compliance true if nobody can shorten it; false if who may bypass governance can
 * @param time from when it is written
 */
public record Retention(boolean compliance, Period time) {}
