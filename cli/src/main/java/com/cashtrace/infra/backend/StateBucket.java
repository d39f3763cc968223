package com.cashtrace.infra.backend;

import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.ReplicationRule;
import software.amazon.awssdk.services.s3.model.ReplicationRuleStatus;

/** The bucket of the state; plans and the audit trail lie in it too. */
final class StateBucket implements Resource {

  /** S3 keeps at most 100 old versions whatever their age. */
  private static final List<LifecycleTerm> TERMS =
      List.of(
          new LifecycleTerm("state", "", null, 365, 100),
          new LifecycleTerm("plans", "plans/", 14, 1, 0));

  private final Aws aws;
  private final StatePlace place;
  private final StateKey key;
  private final BucketAccess access;

  StateBucket(Aws aws, StatePlace place, StateKey key) {
    this.aws = aws;
    this.place = place;
    this.key = key;
    this.access = new BucketAccess(aws, place, place.bucket());
  }

  @Override
  public String name() {
    return "bucket " + place.bucket();
  }

  @Override
  public boolean exists() {
    boolean there = access.exists();
    if (there) {
      refuseCopies();
    }
    return there;
  }

  /** A copy of the bucket elsewhere is the state elsewhere. */
  private void refuseCopies() {
    Absent.or(() -> aws.s3().getBucketReplication(b -> b.bucket(place.bucket()))).stream()
        .flatMap(answer -> answer.replicationConfiguration().rules().stream())
        .filter(rule -> rule.status() == ReplicationRuleStatus.ENABLED)
        .forEach(this::refuseCopy);
  }

  private void refuseCopy(ReplicationRule rule) {
    String target = rule.destination().bucket().replaceFirst("^arn:[^:]*:s3:::", "");
    Optional<String> region = new BucketAccess(aws, place, target).region();
    if (!region.equals(Optional.of(place.region()))) {
      throw new FailureException(
          Problem.unlocated(
              "state-bucket-copied",
              "the bucket '%s' is copied to '%s' in '%s', and environment '%s' keeps its state in '%s'"
                  .formatted(
                      place.bucket(),
                      target,
                      region.orElse("an unknown region"),
                      place.environment(),
                      place.region()),
              "remove the replication rule '" + rule.id() + "' and what it copied"),
          ExitCode.FINDINGS,
          null);
    }
  }

  @Override
  public void create() {
    access.create(true);
  }

  @Override
  public List<Setting> settings() {
    BucketSettings settings = new BucketSettings(aws, place.bucket());
    return List.of(
        settings.ownership(),
        settings.publicAccess(),
        settings.encryptionBy(key),
        settings.versioning(),
        settings.objectLock(),
        settings.policy("TLS only", BucketPolicy.tlsOnly(place.bucket())),
        settings.lifecycle(TERMS),
        settings.accessLog(place.state().logBucket()));
  }
}
