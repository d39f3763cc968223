package com.cashtrace.infra.scan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The JSON of a plan as terraform 1.11 writes it, whose provider {@code aws} is in Cape Town and
 * whose {@code aws.far} is in Ireland.
 */
final class LeakPlan {

  static final String NEAR = "aws";
  static final String FAR = "aws.far";

  private final ObjectMapper json = new ObjectMapper();
  private final ObjectNode plan = json.createObjectNode();
  private final ArrayNode planned;
  private final ArrayNode changes;
  private final ArrayNode configured;

  LeakPlan() {
    plan.put("format_version", "1.2").put("terraform_version", "1.11.4");
    planned = plan.putObject("planned_values").putObject("root_module").putArray("resources");
    changes = plan.putArray("resource_changes");
    ObjectNode configuration = plan.putObject("configuration");
    ObjectNode providers = configuration.putObject("provider_config");
    provider(providers.putObject(NEAR), "af-south-1");
    provider(providers.putObject(FAR).put("alias", "far"), "eu-west-1");
    configured = configuration.putObject("root_module").putArray("resources");
  }

  private static void provider(ObjectNode provider, String region) {
    provider
        .put("name", "aws")
        .put("full_name", "registry.terraform.io/hashicorp/aws")
        .putObject("expressions")
        .putObject("region")
        .put("constant_value", region);
  }

  /**
   * Adds a resource with one attribute.
   *
   * @param path the attribute, or empty for a resource without any
   * @param value its value as it stands in a plan
   */
  LeakPlan with(String address, String provider, String path, JsonNode value) {
    ObjectNode after = json.createObjectNode();
    ObjectNode expressions = json.createObjectNode();
    if (!path.isEmpty()) {
      put(after, path, value);
      put(expressions, path, json.createObjectNode().set("constant_value", value));
    }
    return add(address, provider, after, json.createObjectNode(), expressions);
  }

  /**
   * Adds a resource with one attribute that is not known yet.
   *
   * @param to the attribute of another resource that it refers to, such as {@code aws_subnet.a.id}
   */
  LeakPlan withReference(
      String address, String provider, String path, JsonNode unknown, String to) {
    ObjectNode afterUnknown = json.createObjectNode();
    put(afterUnknown, path, unknown);
    ObjectNode expressions = json.createObjectNode();
    ArrayNode references = json.createArrayNode().add(to).add(to.substring(0, to.lastIndexOf('.')));
    put(expressions, path, json.createObjectNode().set("references", references));
    return add(address, provider, json.createObjectNode(), afterUnknown, expressions);
  }

  private LeakPlan add(
      String address,
      String provider,
      ObjectNode after,
      ObjectNode afterUnknown,
      ObjectNode expressions) {
    resource(planned.addObject(), address).set("values", after);
    ObjectNode change = resource(changes.addObject(), address).putObject("change");
    change.putArray("actions").add("create");
    change.putNull("before");
    change.set("after", after);
    change.set("after_unknown", afterUnknown);
    resource(configured.addObject(), address)
        .put("provider_config_key", provider)
        .set("expressions", expressions);
    return this;
  }

  private static ObjectNode resource(ObjectNode node, String address) {
    int dot = address.indexOf('.');
    return node.put("address", address)
        .put("mode", "managed")
        .put("type", address.substring(0, dot))
        .put("name", address.substring(dot + 1))
        .put("provider_name", "registry.terraform.io/hashicorp/aws");
  }

  /** Puts a value below the blocks of a path, of which each list gets one. */
  private static void put(ObjectNode root, String path, JsonNode value) {
    List<String> steps = List.of(path.split("\\.", -1));
    ObjectNode at = root;
    for (String step : steps.subList(0, steps.size() - 1)) {
      at =
          step.endsWith("[]")
              ? at.putArray(step.substring(0, step.length() - 2)).addObject()
              : at.putObject(step);
    }
    String last = steps.get(steps.size() - 1);
    at.set(last.endsWith("[]") ? last.substring(0, last.length() - 2) : last, value);
  }

  byte[] bytes() {
    try {
      return json.writeValueAsBytes(plan);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
