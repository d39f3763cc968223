package com.cashtrace.infra.backend;

import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * The versions of a state in its bucket. Nothing here removes one.
 *
 * @param aws asks
 * @param place of the state
 */
record StateObjects(Aws aws, StatePlace place) {

  void requireBucket() {
    new BucketAccess(aws, place, place.bucket()).require();
  }

  /** The version that counts. */
  Optional<ResponseBytes<GetObjectResponse>> current() {
    return Absent.or(
        () -> aws.s3().getObjectAsBytes(b -> b.bucket(place.bucket()).key(place.key())));
  }

  /** The beginning of the version that counts, which holds its head. */
  Optional<ResponseBytes<GetObjectResponse>> beginning() {
    String range = "bytes=0-" + (StateHead.BYTES - 1);
    return Absent.or(
        () ->
            aws.s3().getObjectAsBytes(b -> b.bucket(place.bucket()).key(place.key()).range(range)));
  }

  /** The content of one version, or nothing if there is none of this id. */
  Optional<byte[]> version(String id) {
    if (all().stream().noneMatch(version -> version.id().equals(id) && !version.removed())) {
      return Optional.empty(); // S3 has several answers to an id that it does not know
    }
    return Optional.of(
        aws.s3()
            .getObjectAsBytes(b -> b.bucket(place.bucket()).key(place.key()).versionId(id))
            .asByteArray());
  }

  /** Every version, the newest first, without what they say of themselves. */
  List<StateVersion> all() {
    List<StateVersion> found = new ArrayList<>();
    String key = place.key();
    var request = ListObjectVersionsRequest.builder().bucket(place.bucket()).prefix(key);
    boolean more = true;
    while (more) {
      ListObjectVersionsResponse page = aws.s3().listObjectVersions(request.build());
      page.versions().stream().filter(v -> v.key().equals(key)).forEach(v -> found.add(of(v)));
      page.deleteMarkers().stream().filter(m -> m.key().equals(key)).forEach(m -> found.add(of(m)));
      // the lock file's versions come after those of the state, and there are many of them
      more = Boolean.TRUE.equals(page.isTruncated()) && key.equals(page.nextKeyMarker());
      request.keyMarker(page.nextKeyMarker()).versionIdMarker(page.nextVersionIdMarker());
    }
    found.sort(
        Comparator.comparing(StateVersion::latest)
            .thenComparing(StateVersion::modified)
            .reversed());
    return found;
  }

  private static StateVersion of(ObjectVersion v) {
    return new StateVersion(v.versionId(), v.lastModified(), v.size(), v.isLatest(), false, null);
  }

  private static StateVersion of(DeleteMarkerEntry m) {
    return new StateVersion(m.versionId(), m.lastModified(), 0, m.isLatest(), true, null);
  }

  /** The version with its head, for which only its beginning is read. */
  StateVersion withHead(StateVersion version) {
    if (version.removed() || version.bytes() == 0) {
      return version;
    }
    byte[] beginning =
        aws.s3()
            .getObjectAsBytes(
                b ->
                    b.bucket(place.bucket())
                        .key(place.key())
                        .versionId(version.id())
                        .range("bytes=0-" + (StateHead.BYTES - 1)))
            .asByteArray();
    return version.with(StateHead.read(beginning).orElse(null));
  }

  /**
   * Writes a new version.
   *
   * @param replaced tag of the version that must still count, or null if there must be none
   * @return its id
   */
  String put(byte[] state, @Nullable String replaced) {
    PutObjectRequest.Builder request =
        PutObjectRequest.builder()
            .bucket(place.bucket())
            .key(place.key())
            .contentType("application/json");
    if (replaced == null) {
      request.ifNoneMatch("*");
    } else {
      request.ifMatch(replaced);
    }
    try {
      return id(aws.s3().putObject(request.build(), RequestBody.fromBytes(state)).versionId());
    } catch (AwsServiceException e) {
      if (e.statusCode() != 412 && e.statusCode() != 409) {
        throw e;
      }
      Optional<ResponseBytes<GetObjectResponse>> found = current();
      if (found.isPresent() && Arrays.equals(found.get().asByteArrayUnsafe(), state)) {
        return id(found.get().response().versionId()); // the answer to an earlier try was lost
      }
      throw new FailureException(
          Problem.unlocated(
              "state-changed",
              "the state was changed just now by somebody who does not keep to the locks",
              "find out who does; then run the same command again"));
    }
  }

  /** A bucket without versions has no ids. */
  private static String id(@Nullable String version) {
    return version == null ? "" : version;
  }
}
