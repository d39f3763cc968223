package com.cashtrace.infra.backend;

import org.jspecify.annotations.Nullable;

/**
 * A state that is about to be replaced.
 *
 * @param before the state that counts, or null where there is none that can be read
 * @param after the state that takes its place
 * @param digest SHA-256 of that
 */
public record StateChange(@Nullable StateHead before, StateHead after, String digest) {}
