package com.cashtrace.infra.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Plans for tests: those that terraform made, and such as are written by hand. */
public final class Plans {

  private Plans() {}

  /** The text of a plan under {@code src/test/resources/plans}. */
  public static String text(String name) {
    try (InputStream stream = Plans.class.getResourceAsStream("/plans/" + name + "/plan.json")) {
      return new String(Objects.requireNonNull(stream, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A plan of the given elements of {@code resource_changes}. */
  public static String of(String... changes) {
    return "{\"format_version\":\"1.2\",\"terraform_version\":\"1.11.4\",\"planned_values\":{},"
        + "\"resource_changes\":["
        + String.join(",", changes)
        + "],\"applyable\":true,\"complete\":true,\"errored\":false}";
  }

  /**
   * One managed resource of a plan, in JSON.
   *
   * @param address such as {@code module.databases_main.aws_db_instance.this}
   * @param actions in JSON, without the brackets
   * @param before in JSON
   * @param after in JSON
   */
  public static String change(String address, String actions, String before, String after) {
    int type = address.lastIndexOf('.', address.lastIndexOf('.') - 1);
    String[] words = address.substring(type + 1).split("\\.", -1);
    String module = type < 0 ? "" : "\"module_address\":\"" + address.substring(0, type) + "\",";
    return "{\"address\":\"%s\",%s\"mode\":\"managed\",\"type\":\"%s\",\"name\":\"%s\","
            .formatted(address, module, words[0], words[1])
        + "\"provider_name\":\"registry.terraform.io/hashicorp/aws\","
        + "\"change\":{\"actions\":[%s],\"before\":%s,\"after\":%s}}"
            .formatted(actions, before, after);
  }

  /** The summary of a plan in JSON. */
  public static PlanSummary summary(String json) {
    var builder = new SummaryBuilder();
    PlanHeader header = new PlanReader(secret -> {}).read("plan.json", stream(json), builder, null);
    return builder.summary(header);
  }

  static List<ResourceChange> changes(String json) {
    List<ResourceChange> changes = new ArrayList<>();
    new PlanReader(secret -> {}).read("plan.json", stream(json), changes::add, null);
    return changes;
  }

  static InputStream stream(String json) {
    return new ByteArrayInputStream(json.getBytes(UTF_8));
  }
}
