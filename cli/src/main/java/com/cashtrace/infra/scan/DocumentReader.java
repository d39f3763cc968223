package com.cashtrace.infra.scan;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the top level of a plan or of a state. */
final class DocumentReader {

  /** What a state that terraform keeps for itself begins with. */
  private static final String RAW_STATE = "lineage";

  private final Cursor in;
  private final Facts facts = new Facts();
  private final ResourceReader resources;
  private final ConfigReader configuration;
  private final Set<String> fields = new HashSet<>();
  private final boolean live;

  /** With {@code live} a plan is read for the state that it found, as if it were that state. */
  DocumentReader(Cursor in, Knowledge knowledge, boolean live) {
    this.in = in;
    this.live = live;
    TextMemo places = new TextMemo(knowledge.mentions());
    var values = new ValueReader(in, places, new TypeShapes.Catalogue(knowledge));
    this.resources = new ResourceReader(in, facts, values);
    this.configuration = new ConfigReader(in, facts, new ConstantReader(in, values, places));
  }

  /** Reads the document to its end. */
  Facts read() throws IOException {
    if (in.next() != JsonToken.START_OBJECT) {
      throw in.trouble().foreign("is no plan and no state: it is no JSON object", null);
    }
    in.eachKey(
        key -> {
          fields.add(key);
          field(key);
        });
    if (in.next() != null) {
      throw in.trouble().foreign("has something behind its end", null);
    }
    requireKnown();
    return facts;
  }

  private void field(String key) throws IOException {
    switch (key) {
      case "format_version" -> facts.formatVersion(supported(in.textOrNull()));
      case "terraform_version" -> facts.terraformVersion(text());
      case "errored" -> errored();
      case "variables" -> in.eachKey(this::variable);
      case "planned_values" -> plannedValues();
      case "values" -> resources.values(true);
      case "resource_changes" -> changes();
      case "prior_state" -> priorState();
      case "configuration" -> configuration.read();
      default -> in.skip();
    }
  }

  private void plannedValues() throws IOException {
    if (live) {
      in.skip();
    } else {
      resources.values(false);
    }
  }

  private void changes() throws IOException {
    if (live) {
      in.skip();
    } else {
      in.eachElement(resources::change);
    }
  }

  private void priorState() throws IOException {
    if (live) {
      resources.liveState();
    } else {
      resources.priorState();
    }
  }

  private String text() throws IOException {
    String text = in.textOrNull();
    in.skip();
    return text == null ? "" : text;
  }

  private void errored() {
    if (in.token() == JsonToken.VALUE_TRUE) {
      throw in.trouble().errored();
    }
  }

  private String supported(@Nullable String version) {
    if (version == null || !version.matches("1\\.\\d{1,6}")) {
      throw in.trouble().format(version == null ? "" : version);
    }
    return version;
  }

  private void variable(String name) throws IOException {
    in.eachKey(
        key -> {
          if (key.equals("value")) {
            facts.variables().put(name, Texts.read(in));
          } else {
            in.skip();
          }
        });
  }

  private void requireKnown() {
    if (fields.contains(RAW_STATE)) {
      throw in.trouble()
          .foreign(
              "is a state as terraform stores it", "'terraform show -json' prints one to scan");
    }
    boolean plan = fields.contains("planned_values");
    boolean empty = fields.size() == 1;
    if (!fields.contains("format_version") || !(plan || fields.contains("values") || empty)) {
      throw in.trouble().foreign("is no plan and no state of terraform", null);
    }
    facts.isPlan(plan && !live);
  }
}
