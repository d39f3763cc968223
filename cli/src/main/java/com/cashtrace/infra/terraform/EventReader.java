package com.cashtrace.infra.terraform;

import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Severity;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/** Reads the lines that terraform prints under {@code -json}. */
final class EventReader {

  private final JsonMapper mapper = new JsonMapper();

  /** The event of one line; a line that is no event, which some commands mix in, is a message. */
  Event read(String line) {
    try {
      JsonNode event = mapper.readTree(line);
      return event.isObject() ? event(event) : new Event.Message(line);
    } catch (JsonProcessingException e) {
      // an event that breaks off, on a full disk, may be the state with all that is secret in it
      return new Event.Message(line.startsWith("{\"") ? "(an event that was cut off)" : line);
    }
  }

  private static Event event(JsonNode event) {
    JsonNode hook = event.path("hook");
    String address = hook.path("resource").path("addr").asText();
    String action = hook.path("action").asText();
    return switch (event.path("type").asText()) {
      case "planned_change" -> planned(event.path("change"));
      case "refresh_start" -> new Event.Started(address, "refresh");
      case "refresh_complete" -> new Event.Finished(address, "refresh", false);
      case "apply_start" -> new Event.Started(address, action);
      case "apply_complete" -> new Event.Finished(address, action, false, id(hook));
      case "apply_errored" -> new Event.Finished(address, action, true);
      case "change_summary" -> summary(event.path("changes"));
      case "diagnostic" -> new Event.Diagnosed(diagnostic(event.path("diagnostic")));
      default -> new Event.Message(event.path("@message").asText());
    };
  }

  private static @Nullable String id(JsonNode hook) {
    String id = hook.path("id_value").asText();
    return id.isEmpty() || !hook.path("id_key").asText().equals("id") ? null : id;
  }

  private static Event planned(JsonNode change) {
    return new Event.Planned(
        change.path("resource").path("addr").asText(), change.path("action").asText());
  }

  private static Event summary(JsonNode changes) {
    return new Event.Summary(
        changes.path("add").asInt(),
        changes.path("change").asInt(),
        changes.path("remove").asInt(),
        changes.path("import").asInt());
  }

  private static Diagnostic diagnostic(JsonNode node) {
    boolean warning = "warning".equals(node.path("severity").asText());
    return new Diagnostic(
        warning ? Severity.WARNING : Severity.ERROR,
        node.path("summary").asText(),
        node.path("detail").asText(),
        node.path("address").isTextual() ? node.path("address").asText() : null,
        location(node));
  }

  private static @Nullable Location location(JsonNode node) {
    JsonNode range = node.path("range");
    if (!range.path("filename").isTextual()) {
      return null;
    }
    int line = range.path("start").path("line").asInt();
    JsonNode snippet = node.path("snippet");
    boolean begins = line > 0 && snippet.path("start_line").asInt() == line;
    String code = snippet.path("code").asText().lines().findFirst().orElse("");
    return new Location(
        range.path("filename").asText(),
        line,
        line > 0 ? range.path("start").path("column").asInt() : 0,
        begins && !code.isBlank() ? code : null);
  }
}
