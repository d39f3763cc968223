package com.cashtrace.infra.backend;

import java.util.List;

/** The bucket that takes the access log of the state's bucket. */
final class LogBucket implements Resource {

  private static final LifecycleTerm TERM = new LifecycleTerm("access log", "", 365, 7, 0);

  private final BucketAccess access;
  private final BucketSettings settings;
  private final BucketPolicy policy;

  LogBucket(Aws aws, StatePlace place) {
    String bucket = place.state().logBucket();
    this.access = new BucketAccess(aws, place, bucket);
    this.settings = new BucketSettings(aws, bucket);
    this.policy = BucketPolicy.ofLogs(bucket, place.bucket(), place.account());
  }

  @Override
  public String name() {
    return "bucket " + access.bucket();
  }

  @Override
  public boolean exists() {
    return access.exists();
  }

  @Override
  public void create() {
    access.create(false);
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        settings.ownership(),
        settings.publicAccess(),
        settings.encryptionByS3(),
        settings.policy("TLS only, access log admitted", policy),
        settings.lifecycle(List.of(TERM)));
  }
}
