package com.cashtrace.infra.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * The objects of an environment's audit trail in the state's bucket. Each is written with a
 * retention of its own, and only if nothing else was written meanwhile.
 */
public final class TrailObjects {

  /** A condition that does not hold, another write at this moment, an object that is gone. */
  private static final Set<Integer> LOST = Set.of(404, 409, 412);

  private final Aws aws;
  private final StatePlace place;

  /** Asks nobody anything yet. */
  public TrailObjects(Aws aws, StatePlace place) {
    this.aws = aws;
    this.place = place;
  }

  /**
   * An object as it was at one moment.
   *
   * @param bytes its content, or the beginning of it
   * @param tag changes whenever the content does
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Stored(byte[] bytes, String tag) {}

  private String prefix() {
    return "audit/" + place.environment() + "/";
  }

  private String name(String key) {
    return key.substring(prefix().length());
  }

  /** Where an object is, as people name it. */
  public String place(String name) {
    return "s3://" + place.bucket() + "/" + prefix() + name;
  }

  /** Fails with {@code state-bucket-missing} unless the bucket is there, ours, and in its place. */
  public void requireBucket() {
    new BucketAccess(aws, place, place.bucket()).require();
  }

  /** The names of all objects. */
  public List<String> names() {
    return aws.ask(
        "s3:ListObjectsV2",
        () ->
            aws
                .s3()
                .listObjectsV2Paginator(
                    b ->
                        b.bucket(place.bucket())
                            .prefix(prefix())
                            .expectedBucketOwner(place.account()))
                .contents()
                .stream()
                .map(object -> name(object.key()))
                .toList());
  }

  /** The names that a delete marker hides, sorted. */
  public List<String> hidden() {
    return aws.ask(
        "s3:ListObjectVersions",
        () ->
            aws
                .s3()
                .listObjectVersionsPaginator(b -> b.bucket(place.bucket()).prefix(prefix()))
                .deleteMarkers()
                .stream()
                .map(marker -> name(marker.key()))
                .distinct()
                .sorted()
                .toList());
  }

  /** The name of each version of each object that there is, one for each version. */
  public List<String> versions() {
    return aws.ask(
        "s3:ListObjectVersions",
        () ->
            aws
                .s3()
                .listObjectVersionsPaginator(b -> b.bucket(place.bucket()).prefix(prefix()))
                .versions()
                .stream()
                .map(version -> name(version.key()))
                .toList());
  }

  /**
   * An object, if it is there.
   *
   * @param most bytes of it that are read
   */
  public Optional<Stored> read(String name, int most) {
    return Absent.or(
        () -> {
          try (ResponseInputStream<GetObjectResponse> in =
              aws.s3()
                  .getObject(
                      b ->
                          b.bucket(place.bucket())
                              .key(prefix() + name)
                              .expectedBucketOwner(place.account()))) {
            byte[] bytes = in.readNBytes(most);
            if (bytes.length == most) {
              in.abort();
            }
            return new Stored(bytes, in.response().eTag());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Writes an object that must not be there; false if it is, or somebody else writes it. */
  public boolean putIfAbsent(String name, byte[] bytes, Retention retention) {
    return put(request(name, retention).ifNoneMatch("*").build(), bytes);
  }

  /**
   * Replaces an object if it is still what it was.
   *
   * @param tag of the content that it replaces
   * @return false if it is not, or somebody else writes it
   */
  public boolean replaceIfMatch(String name, byte[] bytes, String tag, Retention retention) {
    return put(request(name, retention).ifMatch(tag).build(), bytes);
  }

  private PutObjectRequest.Builder request(String name, Retention retention) {
    ZonedDateTime until = ZonedDateTime.now(ZoneOffset.UTC).plus(retention.time());
    return PutObjectRequest.builder()
        .bucket(place.bucket())
        .key(prefix() + name)
        .expectedBucketOwner(place.account())
        .objectLockMode(
            retention.compliance() ? ObjectLockMode.COMPLIANCE : ObjectLockMode.GOVERNANCE)
        .objectLockRetainUntilDate(until.toInstant());
  }

  private boolean put(PutObjectRequest request, byte[] bytes) {
    try {
      aws.s3().putObject(request, RequestBody.fromBytes(bytes));
      return true;
    } catch (AwsServiceException e) {
      if (LOST.contains(e.statusCode()) && !Absent.code(e).equals("NoSuchBucket")) {
        return false;
      }
      throw e;
    }
  }
}
