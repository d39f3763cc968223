package com.cashtrace.infra.backend;

import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The locks of a state as terraform keeps them: a file in the bucket, an item in the table, or both
 * with the same id, of which the file is taken first.
 *
 * @param aws asks
 * @param place of the state
 */
public record StateLocks(Aws aws, StatePlace place) {

  private static final String INFO = "Info";

  /** Both kinds, also the one that the spec no longer uses: a change may have left it held. */
  public List<LockHalf> halves() {
    LockInfo file = fileLock().map(LockInfo::read).orElse(null);
    LockInfo item = item().map(LockInfo::read).orElse(null);
    return List.of(
        new LockHalf(LockHalf.Kind.S3, place.locksInBucket(), file),
        new LockHalf(LockHalf.Kind.DYNAMODB, place.locksInTable(), item));
  }

  private String file() {
    return place.key() + ".tflock";
  }

  private String path() {
    return place.bucket() + "/" + place.key();
  }

  private Optional<String> fileLock() {
    return Absent.or(
        () -> aws.s3().getObjectAsBytes(b -> b.bucket(place.bucket()).key(file())).asUtf8String());
  }

  private Optional<String> item() {
    return Absent.or(
            () ->
                aws.dynamoDb()
                    .getItem(b -> b.tableName(place.table()).key(key()).consistentRead(true))
                    .item())
        .map(item -> item.get(INFO))
        .map(AttributeValue::s);
  }

  private Map<String, AttributeValue> key() {
    return Map.of(LockTable.KEY, AttributeValue.fromS(path()));
  }

  /**
   * Releases the lock of an id: every half that is held by it.
   *
   * @return the halves that were released; none if nothing was locked
   * @throws FailureException {@code lock-of-another} if a half is held by another id; nothing is
   *     released then
   */
  public List<LockHalf> release(String id) {
    List<LockHalf> held = halves().stream().filter(half -> half.info() != null).toList();
    for (LockHalf half : held) {
      LockInfo info = half.info();
      if (info != null && !info.id().equals(id)) {
        throw new FailureException(
            Problem.unlocated(
                "lock-of-another",
                "the lock in %s is held by '%s', and not by '%s': %s"
                    .formatted(half.kind().word(), info.id(), id, describe(info)),
                "'state status " + place.environment() + "' tells who holds what"));
      }
    }
    held.forEach(this::remove);
    return held;
  }

  private void remove(LockHalf half) {
    switch (half.kind()) {
      case S3 -> aws.s3().deleteObject(b -> b.bucket(place.bucket()).key(file()));
      case DYNAMODB -> aws.dynamoDb().deleteItem(b -> b.tableName(place.table()).key(key()));
    }
  }

  /** Who holds a lock, since when, and for what. */
  static String describe(LockInfo info) {
    return "%s since %s (%s)".formatted(info.who(), info.created(), info.operation());
  }

  /**
   * Works while the state is locked as the spec says. The other kind must be free too.
   *
   * @throws FailureException {@code state-locked} if somebody else holds a lock
   */
  <T> T alone(LockInfo own, Supplier<T> work) {
    refuseHeld();
    List<LockHalf> taken = new ArrayList<>();
    try {
      if (place.locksInBucket()) {
        takeFile(own);
        taken.add(new LockHalf(LockHalf.Kind.S3, true, own));
      }
      if (place.locksInTable()) {
        takeItem(own);
        taken.add(new LockHalf(LockHalf.Kind.DYNAMODB, true, own));
      }
      return work.get();
    } finally {
      taken.forEach(this::remove);
    }
  }

  private void refuseHeld() {
    for (LockHalf half : halves()) {
      LockInfo info = half.info();
      if (info != null) {
        throw locked(
            "the state is locked in %s by %s, id '%s'"
                .formatted(half.kind().word(), describe(info), info.id()));
      }
    }
  }

  private FailureException locked(String message) {
    return new FailureException(
        Problem.unlocated(
            "state-locked",
            message,
            "wait until that run has ended; if it is dead, 'state unlock "
                + place.environment()
                + " ID' releases its lock"));
  }

  private void takeFile(LockInfo own) {
    try {
      aws.s3()
          .putObject(
              b ->
                  b.bucket(place.bucket())
                      .key(file())
                      .contentType("application/json")
                      .ifNoneMatch("*"),
              RequestBody.fromString(own.json(path())));
    } catch (AwsServiceException e) {
      if (e.statusCode() == 412 || e.statusCode() == 409) {
        throw locked("another run took the lock in s3 just now");
      }
      throw e;
    }
  }

  private void takeItem(LockInfo own) {
    Map<String, AttributeValue> item =
        Map.of(
            LockTable.KEY,
            AttributeValue.fromS(path()),
            INFO,
            AttributeValue.fromS(own.json(path())));
    try {
      aws.dynamoDb()
          .putItem(
              b ->
                  b.tableName(place.table())
                      .item(item)
                      .conditionExpression("attribute_not_exists(" + LockTable.KEY + ")"));
    } catch (ConditionalCheckFailedException e) {
      throw locked("another run took the lock in dynamodb just now");
    }
  }
}
