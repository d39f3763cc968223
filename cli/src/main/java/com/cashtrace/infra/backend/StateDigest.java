package com.cashtrace.infra.backend;

import com.cashtrace.infra.backend.StateStatus.Digest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What terraform notes in the table of the state's content. It refuses to read a state of another
 * content, so whoever writes one has to note it too.
 *
 * @param aws asks
 * @param place of the state
 */
record StateDigest(Aws aws, StatePlace place) {

  private static final String DIGEST = "Digest";

  private Map<String, AttributeValue> key() {
    String path = place.bucket() + "/" + place.key() + "-md5";
    return Map.of(LockTable.KEY, AttributeValue.fromS(path));
  }

  Digest compare(byte[] state) {
    Optional<String> noted =
        place.locksInTable()
            ? Absent.or(
                    () ->
                        aws.dynamoDb()
                            .getItem(
                                b -> b.tableName(place.table()).key(key()).consistentRead(true))
                            .item())
                .map(item -> item.get(DIGEST))
                .map(AttributeValue::s)
            : Optional.empty();
    return noted
        .map(digest -> digest.equals(of(state)) ? Digest.AGREES : Digest.DIFFERS)
        .orElse(Digest.NONE);
  }

  /** Notes the digest of what was written, where a table is used. */
  void note(byte[] state) {
    if (place.locksInTable()) {
      Map<String, AttributeValue> item =
          Map.of(LockTable.KEY, key().get(LockTable.KEY), DIGEST, AttributeValue.fromS(of(state)));
      aws.dynamoDb().putItem(b -> b.tableName(place.table()).item(item));
    }
  }

  /** MD5, which terraform takes; it guards against mistakes, not against people. */
  private static String of(byte[] state) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(state));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }
}
