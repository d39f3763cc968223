package com.cashtrace.infra.environment;

/**
 * What is asked of plans before they are applied.
 *
 * @param maxAge the oldest that one may be
 */
public record Plans(TimeSpan maxAge) {}
