package com.cashtrace.infra.backend;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * The plans of an environment in the state's bucket, encrypted by its key as everything there; a
 * rule of the bucket removes them after 14 days.
 */
public final class PlanStore {

  private final Aws aws;
  private final StatePlace place;

  /** Asks nobody anything yet. */
  public PlanStore(Aws aws, StatePlace place) {
    this.aws = aws;
    this.place = place;
  }

  private String prefix() {
    return "plans/" + place.environment() + "/";
  }

  private String key(String id, String name) {
    return prefix() + id + "/" + name;
  }

  /** Where a plan is, as people name it. */
  public String place(String id) {
    return "s3://" + place.bucket() + "/" + prefix() + id;
  }

  /** Writes a file of a plan. */
  public void put(String id, String name, Path file) {
    aws.s3()
        .putObject(
            b -> b.bucket(place.bucket()).key(key(id, name)).expectedBucketOwner(place.account()),
            RequestBody.fromFile(file));
  }

  /** The ids of all plans whose id begins so. */
  public List<String> ids(String beginning) {
    return aws.ask(
        "s3:ListObjectsV2",
        () ->
            aws
                .s3()
                .listObjectsV2Paginator(
                    b ->
                        b.bucket(place.bucket())
                            .prefix(prefix() + beginning)
                            .delimiter("/")
                            .expectedBucketOwner(place.account()))
                .commonPrefixes()
                .stream()
                .map(found -> found.prefix().substring(prefix().length()))
                .map(found -> found.substring(0, found.length() - 1))
                .toList());
  }

  /** A file of a plan, to be closed by whoever asked; nothing if it is not there. */
  public Optional<InputStream> open(String id, String name) {
    return Absent.or(
        () ->
            aws.s3()
                .getObject(
                    b ->
                        b.bucket(place.bucket())
                            .key(key(id, name))
                            .expectedBucketOwner(place.account())));
  }
}
