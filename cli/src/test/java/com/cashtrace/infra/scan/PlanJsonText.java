package com.cashtrace.infra.scan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes small plans as terraform would. */
final class PlanJsonText {

  private final Map<String, String> providers = new LinkedHashMap<>();
  private final Map<String, String> variables = new LinkedHashMap<>();
  private final List<String> planned = new ArrayList<>();
  private final List<String> changes = new ArrayList<>();
  private final List<String> prior = new ArrayList<>();
  private final List<String> configured = new ArrayList<>();
  private String calls = "{}";

  /** A plan whose provider {@code aws} works in a region. */
  static PlanJsonText in(String region) {
    return new PlanJsonText().provider("aws", constant(region));
  }

  static String constant(String text) {
    return "{\"constant_value\":\"" + text + "\"}";
  }

  static String references(String... names) {
    return "{\"references\":[\"" + String.join("\",\"", names) + "\"]}";
  }

  /** A provider, with what its region is set to. */
  PlanJsonText provider(String key, String region) {
    providers.put(
        key,
        "{\"name\":\"aws\",\"full_name\":\"registry.terraform.io/hashicorp/aws\","
            + "\"expressions\":{\"region\":"
            + region
            + "}}");
    return this;
  }

  PlanJsonText providerWithout(String key) {
    providers.put(key, "{\"name\":\"aws\",\"full_name\":\"registry.terraform.io/hashicorp/aws\"}");
    return this;
  }

  PlanJsonText variable(String name, String value) {
    return variableOf(name, "\"" + value + "\"");
  }

  /** A variable of the root with any value in JSON. */
  PlanJsonText variableOf(String name, String json) {
    variables.put(name, "{\"value\":" + json + "}");
    return this;
  }

  /** A resource with known values. */
  PlanJsonText resource(String address, String values) {
    return resource(address, "aws", values, "{}", "{}");
  }

  /** A resource of the root or of an instance of a module. */
  PlanJsonText resource(
      String address, String key, String values, String unknown, String expressions) {
    planned(address, values, unknown);
    configured.add(configuration(Address.bare(address), key, expressions));
    return this;
  }

  /** A resource whose configuration is given otherwise. */
  PlanJsonText planned(String address, String values, String unknown) {
    String head = head(address);
    planned.add("{" + head + ",\"values\":" + values + "}");
    changes.add(
        "{"
            + head
            + ",\"change\":{\"actions\":[\"create\"],\"before\":null,\"after\":"
            + values
            + ",\"after_unknown\":"
            + unknown
            + "}}");
    return this;
  }

  /** A resource of which the plan has no instance. */
  PlanJsonText configured(String address, String key) {
    configured.add(configuration(address, key, "{}"));
    return this;
  }

  PlanJsonText change(String address, String change) {
    changes.add("{" + head(address) + ",\"change\":" + change + "}");
    return this;
  }

  /** A data source that was read. */
  PlanJsonText data(String address, String key, String values, String expressions) {
    prior.add("{" + head(address) + ",\"values\":" + values + "}");
    configured.add(configuration(address, key, expressions));
    return this;
  }

  PlanJsonText calls(String json) {
    calls = json;
    return this;
  }

  static String configuration(String local, String key, String expressions) {
    return "{\"address\":\""
        + local
        + "\",\"mode\":\"managed\",\"type\":\""
        + Address.type(local)
        + "\",\"provider_config_key\":\""
        + key
        + "\",\"expressions\":"
        + expressions
        + "}";
  }

  private static String head(String address) {
    String escaped = address.replace("\"", "\\\"");
    return "\"address\":\""
        + escaped
        + "\",\"mode\":\"managed\",\"type\":\""
        + Address.type(Address.bare(address))
        + "\",\"provider_name\":\"registry.terraform.io/hashicorp/aws\"";
  }

  String json() {
    return "{\"format_version\":\"1.2\",\"terraform_version\":\"1.11.4\",\"variables\":"
        + object(variables)
        + ",\"planned_values\":{\"root_module\":{\"resources\":["
        + String.join(",", planned)
        + "]}},\"resource_changes\":["
        + String.join(",", changes)
        + "],\"prior_state\":{\"format_version\":\"1.0\",\"values\":{\"root_module\":{\"resources\":["
        + String.join(",", prior)
        + "]}}},\"configuration\":{\"provider_config\":"
        + object(providers)
        + ",\"root_module\":{\"resources\":["
        + String.join(",", configured)
        + "],\"module_calls\":"
        + calls
        + "}},\"errored\":false}";
  }

  /** A state that holds resources, each an address with its values. */
  static String state(Map<String, String> resources) {
    List<String> parts = new ArrayList<>();
    resources.forEach(
        (address, values) -> parts.add("{" + head(address) + ",\"values\":" + values + "}"));
    return "{\"format_version\":\"1.0\",\"terraform_version\":\"1.11.4\",\"values\":"
        + "{\"root_module\":{\"resources\":["
        + String.join(",", parts)
        + "]}}}";
  }

  private static String object(Map<String, String> fields) {
    List<String> parts = new ArrayList<>();
    fields.forEach((name, value) -> parts.add("\"" + name + "\":" + value));
    return "{" + String.join(",", parts) + "}";
  }
}
