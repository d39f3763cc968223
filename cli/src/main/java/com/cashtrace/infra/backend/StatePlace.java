package com.cashtrace.infra.backend;

import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Locks;
import com.cashtrace.infra.environment.State;

/**
 * Where an environment has its state.
 *
 * @param environment name of the environment
 * @param account id of its account
 * @param region code of its region
 * @param state bucket, key and locks
 */
public record StatePlace(String environment, String account, String region, State state) {

  /** The place that a spec names. */
  public static StatePlace of(Environment environment) {
    return new StatePlace(
        environment.name(),
        environment.account().id(),
        environment.place().region(),
        environment.state());
  }

  /** The object in words that tools of AWS take. */
  public String address() {
    return "s3://" + bucket() + "/" + key();
  }

  String bucket() {
    return state.bucket();
  }

  String key() {
    return state.key();
  }

  String table() {
    return state.table();
  }

  /** True if runs lock the state in the table. */
  public boolean locksInTable() {
    return state.locks() != Locks.S3;
  }

  /** True if runs lock the state by a file in the bucket. */
  public boolean locksInBucket() {
    return state.locks() != Locks.DYNAMODB;
  }
}
