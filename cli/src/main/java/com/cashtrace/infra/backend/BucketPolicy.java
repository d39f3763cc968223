package com.cashtrace.infra.backend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/**
 * The statements that we put into a bucket's policy, each known by its id.
 *
 * @param statements id to statement
 */
record BucketPolicy(Map<String, JsonNode> statements) {

  /** Nothing is read or written but through TLS 1.2 or later. */
  static BucketPolicy tlsOnly(String bucket) {
    return new BucketPolicy(
        statements(
            """
            [
              {
                "Sid": "DenyWithoutTls",
                "Effect": "Deny",
                "Principal": "*",
                "Action": "s3:*",
                "Resource": ["arn:aws:s3:::%1$s", "arn:aws:s3:::%1$s/*"],
                "Condition": { "Bool": { "aws:SecureTransport": "false" } }
              },
              {
                "Sid": "DenyOldTls",
                "Effect": "Deny",
                "Principal": "*",
                "Action": "s3:*",
                "Resource": ["arn:aws:s3:::%1$s", "arn:aws:s3:::%1$s/*"],
                "Condition": { "NumericLessThan": { "s3:TlsVersion": "1.2" } }
              }
            ]
            """
                .formatted(bucket)));
  }

  /** The same, and S3 may deliver the access log of another bucket. */
  static BucketPolicy ofLogs(String bucket, String source, String account) {
    Map<String, JsonNode> all = new HashMap<>(tlsOnly(bucket).statements());
    all.putAll(
        statements(
            """
            [
              {
                "Sid": "AllowAccessLog",
                "Effect": "Allow",
                "Principal": { "Service": "logging.s3.amazonaws.com" },
                "Action": "s3:PutObject",
                "Resource": "arn:aws:s3:::%s/*",
                "Condition": {
                  "ArnLike": { "aws:SourceArn": "arn:aws:s3:::%s" },
                  "StringEquals": { "aws:SourceAccount": "%s" }
                }
              }
            ]
            """
                .formatted(bucket, source, account)));
    return new BucketPolicy(all);
  }

  private static Map<String, JsonNode> statements(String json) {
    Map<String, JsonNode> byId = new HashMap<>();
    Policies.tree(json).forEach(each -> byId.put(each.path("Sid").asText(), each));
    return byId;
  }

  /** True if a policy holds every statement as it must be. */
  boolean isIn(String policy) {
    Map<String, JsonNode> found = new HashMap<>();
    Policies.tree(policy)
        .path("Statement")
        .forEach(each -> found.put(each.path("Sid").asText(), each));
    return statements.entrySet().stream()
        .allMatch(
            wanted ->
                found.containsKey(wanted.getKey())
                    && Policies.same(found.get(wanted.getKey()), wanted.getValue()));
  }

  /** A policy with every statement as it must be; statements of other ids stay. */
  String into(String policy) {
    ObjectNode whole = Policies.object(Policies.tree(policy));
    ArrayNode all = Policies.array();
    whole
        .path("Statement")
        .forEach(
            each -> {
              if (!statements.containsKey(each.path("Sid").asText())) {
                all.add(each);
              }
            });
    statements.keySet().stream().sorted().forEach(id -> all.add(statements.get(id)));
    whole.put("Version", "2012-10-17");
    whole.set("Statement", all);
    return whole.toString();
  }
}
