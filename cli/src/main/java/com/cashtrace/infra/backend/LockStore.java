package com.cashtrace.infra.backend;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Where the two halves of a lock lie, in terraform's form.
 *
 * @param aws asks
 * @param place of the state
 */
record LockStore(Aws aws, StatePlace place) {

  private static final String INFO = "Info";

  /** Who holds a half, if anybody does. */
  Optional<LockInfo> read(LockHalf.Kind kind) {
    return switch (kind) {
      case S3 -> file();
      case DYNAMODB -> item();
    };
  }

  private Optional<LockInfo> file() {
    return Absent.or(
            () ->
                aws.s3()
                    .getObjectAsBytes(b -> b.bucket(place.bucket()).key(fileKey()))
                    .asUtf8String())
        .map(LockInfo::read);
  }

  private Optional<LockInfo> item() {
    return Absent.or(
            () ->
                aws.dynamoDb()
                    .getItem(b -> b.tableName(place.table()).key(itemKey()).consistentRead(true))
                    .item())
        .map(item -> item.get(INFO))
        .map(AttributeValue::s)
        .map(LockInfo::read);
  }

  private String fileKey() {
    return place.key() + ".tflock";
  }

  private String path() {
    return place.bucket() + "/" + place.key();
  }

  private Map<String, AttributeValue> itemKey() {
    return Map.of(LockTable.KEY, AttributeValue.fromS(path()));
  }

  /**
   * Takes a half unless somebody has it.
   *
   * @return false if it is another's; true also where the answer to an earlier try was lost
   */
  boolean take(LockHalf.Kind kind, LockInfo own) {
    boolean taken =
        switch (kind) {
          case S3 -> takeFile(own);
          case DYNAMODB -> takeItem(own);
        };
    return taken || read(kind).filter(own::equals).isPresent();
  }

  private boolean takeFile(LockInfo own) {
    try {
      aws.s3()
          .putObject(
              b ->
                  b.bucket(place.bucket())
                      .key(fileKey())
                      .contentType("application/json")
                      .ifNoneMatch("*"),
              RequestBody.fromString(own.json(path())));
      return true;
    } catch (AwsServiceException e) {
      if (e.statusCode() == 412 || e.statusCode() == 409) {
        return false;
      }
      throw e;
    }
  }

  private boolean takeItem(LockInfo own) {
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
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  /** Removes a half, whoever holds it. */
  void remove(LockHalf.Kind kind) {
    switch (kind) {
      case S3 -> aws.s3().deleteObject(b -> b.bucket(place.bucket()).key(fileKey()));
      case DYNAMODB -> aws.dynamoDb().deleteItem(b -> b.tableName(place.table()).key(itemKey()));
    }
  }
}
