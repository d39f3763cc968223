package com.cashtrace.infra.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * A small local state, made of what a plan would create: as if some of it had been applied. What
 * only AWS knows is left out, but for ids and for what other resources are bound to.
 */
final class StateFromPlan {

  private static final String KEY = "arn:aws:kms:af-south-1:111122223333:key/";
  private static final String SECRET = "arn:aws:secretsmanager:af-south-1:111122223333:secret:x";
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("aws_kms_key.arn", KEY + "%s"),
          Map.entry("aws_kms_key.key_id", "%s"),
          Map.entry("aws_db_instance.address", "main.example.org"),
          Map.entry("aws_db_instance.kms_key_id", KEY + "databases"),
          Map.entry("aws_db_instance.performance_insights_kms_key_id", KEY + "databases"),
          Map.entry("aws_db_instance.master_user_secret_kms_key_id", KEY + "secrets"),
          Map.entry("aws_cloudwatch_log_group.kms_key_id", KEY + "logs"),
          Map.entry("aws_security_group.vpc_id", "vpc-0"),
          Map.entry("aws_vpc.id", "vpc-0"));

  private static final JsonMapper JSON = new JsonMapper();

  private StateFromPlan() {}

  /** The text of a state that holds the resources whose address begins in one of these ways. */
  static String of(JsonNode plan, List<String> prefixes) {
    ObjectNode state = JSON.createObjectNode();
    state.put("version", 4).put("terraform_version", "1.11.0").put("serial", 1);
    state.put("lineage", "00000000-0000-0000-0000-000000000000").putObject("outputs");
    ArrayNode resources = state.putArray("resources");
    for (JsonNode change : plan.path("resource_changes")) {
      String address = change.path("address").asText();
      if (prefixes.stream().anyMatch(address::startsWith)) {
        resources.add(resource(change));
      }
    }
    return state.toPrettyString();
  }

  private static ObjectNode resource(JsonNode change) {
    ObjectNode resource = JSON.createObjectNode();
    resource.put("module", change.path("module_address").asText()).put("mode", "managed");
    resource.set("type", change.path("type"));
    resource.set("name", change.path("name"));
    resource.put("provider", "provider[\"registry.terraform.io/hashicorp/aws\"]");
    ObjectNode instance = resource.putArray("instances").addObject();
    if (change.has("index")) {
      instance.set("index_key", change.path("index"));
    }
    instance.put("schema_version", schemaVersion(change.path("type").asText()));
    instance.set("attributes", attributes(change));
    return resource;
  }

  private static ObjectNode attributes(JsonNode change) {
    ObjectNode attributes = change.at("/change/after").deepCopy();
    String type = change.path("type").asText();
    change
        .at("/change/after_unknown")
        .properties()
        .forEach(
            unknown -> {
              String known = KNOWN.get(type + "." + unknown.getKey());
              if (known != null) {
                attributes.put(unknown.getKey(), known.formatted(change.path("index").asText()));
              } else if (unknown.getKey().equals("id")) {
                attributes.put("id", type + "-0");
              }
            });
    if (type.equals("aws_db_instance")) {
      attributes.putArray("master_user_secret").addObject().put("secret_arn", SECRET);
    }
    if (type.equals("aws_iam_role_policy")) {
      attributes.put("role", "aws_iam_role-0");
    }
    return attributes;
  }

  /** Versions of the schemas of provider 5.100; terraform refuses a state with newer ones. */
  private static int schemaVersion(String type) {
    return switch (type) {
      case "aws_db_instance" -> 2;
      case "aws_security_group", "aws_vpc" -> 1;
      default -> 0;
    };
  }
}
