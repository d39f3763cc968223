package com.cashtrace.infra.backend;

/**
 * What a restore or a push did.
 *
 * @param place of the state
 * @param changed false if this was the state already
 * @param version id of the version that counts now, empty if it was not changed
 * @param serial of the state that counts now
 */
public record StateWritten(StatePlace place, boolean changed, String version, long serial) {}
