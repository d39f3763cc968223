package com.cashtrace.infra.report;

/**
 * A spec that was checked.
 *
 * @param environment its name
 * @param file its path as the user would type it, with forward slashes
 */
public record CheckedFile(String environment, String file) {}
