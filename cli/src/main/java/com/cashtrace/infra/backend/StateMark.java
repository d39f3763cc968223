package com.cashtrace.infra.backend;

/**
 * Tells one version of a state from all others.
 *
 * @param tag that S3 gave the content
 * @param head what the content says of itself
 */
public record StateMark(String tag, StateHead head) {}
