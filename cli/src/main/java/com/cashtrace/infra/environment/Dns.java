package com.cashtrace.infra.environment;

/**
 * The environment's domain.
 *
 * @param domain without a dot at the end
 * @param zoneId id of the hosted zone in Route 53 that serves it
 */
public record Dns(String domain, String zoneId) {}
