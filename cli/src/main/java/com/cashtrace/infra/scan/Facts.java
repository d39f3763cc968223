package com.cashtrace.infra.scan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that one document tells, in no order that matters: what explains a value may stand behind.
 */
final class Facts {

  private final Map<String, Held> resources = new LinkedHashMap<>();
  private final Map<String, Held> before = new HashMap<>();
  private final Map<String, Texts> variables = new HashMap<>();
  private final ConfigModule root = ConfigModule.empty("", null, null);
  private final Map<String, ConfigResource> configured = new HashMap<>();
  private final Map<String, ProviderSetting> providers = new HashMap<>();
  private String formatVersion = "";
  private String terraformVersion = "";
  private boolean plan;

  /** Address to resource that is there once the plan is applied, or that the state holds. */
  Map<String, Held> resources() {
    return resources;
  }

  /** Address to resource or data source as it was read before the plan was made. */
  Map<String, Held> before() {
    return before;
  }

  /** The resource as it was read before, or as it will be; null if the document has none. */
  @Nullable Held find(String address) {
    Held held = resources.get(address);
    return held != null ? held : before.get(address);
  }

  /** Root variable to the texts of its value. */
  Map<String, Texts> variables() {
    return variables;
  }

  /** The configuration; without anything in it for a state. */
  ConfigModule root() {
    return root;
  }

  /** Address without indexes to resource of the configuration, in whatever module. */
  Map<String, ConfigResource> configured() {
    return configured;
  }

  /** Key such as {@code aws.dr} to what the configuration says of the provider. */
  Map<String, ProviderSetting> providers() {
    return providers;
  }

  String formatVersion() {
    return formatVersion;
  }

  void formatVersion(String version) {
    formatVersion = version;
  }

  String terraformVersion() {
    return terraformVersion;
  }

  void terraformVersion(String version) {
    terraformVersion = version;
  }

  /** True for a plan, false for a state. */
  boolean isPlan() {
    return plan;
  }

  void isPlan(boolean is) {
    plan = is;
  }
}
