package com.cashtrace.infra.audit;

import java.time.Instant;

/**
 * The end of a trail, signed: whoever holds it knows how long the trail is and what it holds.
 *
 * @param environment its name
 * @param sequence of the last record
 * @param digest SHA-256 of the file of the last record
 * @param time when the head was moved there, by the writer's clock, to the millisecond
 * @param key fingerprint of the key that signs: SHA-256 of its SubjectPublicKeyInfo
 */
public record Head(String environment, long sequence, String digest, Instant time, String key) {}
