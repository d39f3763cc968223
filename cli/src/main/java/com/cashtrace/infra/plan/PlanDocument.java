package com.cashtrace.infra.plan;

import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The top level of one plan while it is read. */
final class PlanDocument {

  private final String name;
  private final JsonParser in;
  private final Masking masking;
  private final PlanReceiver receiver;
  private final @Nullable JsonGenerator out;
  private final @Nullable MaskedCopy copy;

  private String formatVersion = "";
  private String terraformVersion = "";
  private boolean complete = true;
  private boolean planned;
  private boolean state;
  private int drifted;
  private Map<String, Value> variables = Map.of();

  PlanDocument(
      String name,
      JsonParser in,
      Masking masking,
      PlanReceiver receiver,
      @Nullable JsonGenerator out) {
    this.name = name;
    this.in = in;
    this.masking = masking;
    this.receiver = receiver;
    this.out = out;
    this.copy = out == null ? null : new MaskedCopy(in, out, masking);
  }

  PlanHeader read() throws IOException {
    if (in.nextToken() != JsonToken.START_OBJECT) {
      throw failure("not-a-plan", "is no plan of terraform: it is no JSON object", null);
    }
    if (out != null) {
      out.writeStartObject();
    }
    for (String field = in.nextFieldName(); field != null; field = in.nextFieldName()) {
      in.nextToken();
      field(field);
    }
    if (copy != null && !variables.isEmpty()) {
      copy.variables(variables);
    }
    if (out != null) {
      out.writeEndObject();
    }
    requireEnd();
    return new PlanHeader(formatVersion, terraformVersion, complete, drifted);
  }

  private void field(String field) throws IOException {
    switch (field) {
      case "variables" -> {
        if (Trees.read(in) instanceof Value.Fields map) {
          variables = map.fields();
        }
      }
      case "configuration" -> configuration(field);
      case "resource_changes" -> elements(field, this::change);
      case "resource_drift" -> elements(field, this::drift);
      case "output_changes" -> outputs(field);
      case "format_version", "terraform_version", "complete", "errored" -> scalar(field);
      default -> rest(field);
    }
  }

  private void scalar(String field) throws IOException {
    Value value = Trees.read(in);
    write(field, value);
    switch (field) {
      case "format_version" -> formatVersion = supported(value.text().orElse(""));
      case "terraform_version" -> terraformVersion = value.text().orElse("");
      case "complete" -> complete = value.isTrue();
      default -> {
        if (value.isTrue()) {
          throw failure(
              "plan-errored", "is the rest of a plan that failed", "plan again without errors");
        }
      }
    }
  }

  private String supported(String version) {
    if (!version.matches("1\\.\\d{1,6}")) {
      throw failure(
          "plan-format",
          "has format version '" + version + "'; this program reads 1.x",
          "use a newer cashtrace-infra, or an older terraform");
    }
    return version;
  }

  private void rest(String field) throws IOException {
    planned |= field.equals("planned_values");
    state |= field.equals("values");
    if (copy == null || out == null) {
      in.skipChildren();
    } else {
      out.writeFieldName(field);
      copy.copy(field, "");
    }
  }

  /** Read as a whole only for who asked for it: it is as large as the root. */
  private void configuration(String field) throws IOException {
    if (out == null && receiver.wantsConfiguration()) {
      receiver.configuration(Trees.read(in));
    } else {
      rest(field);
    }
  }

  private void elements(String field, Consumer<Value> consumer) throws IOException {
    if (in.currentToken() != JsonToken.START_ARRAY) {
      throw failure("not-a-plan", "is no plan of terraform: '" + field + "' is no list", null);
    }
    if (out != null) {
      out.writeArrayFieldStart(field);
    }
    while (in.nextToken() != JsonToken.END_ARRAY) {
      Value element = ChangeReader.masked(Trees.read(in), masking);
      consumer.accept(element);
      if (out != null) {
        Trees.write(out, element);
      }
    }
    if (out != null) {
      out.writeEndArray();
    }
  }

  private void change(Value element) {
    receiver.change(read(element));
  }

  private void drift(Value element) {
    ResourceChange change = read(element);
    if (change.managed() && change.action() != Action.NO_OP) {
      drifted++;
    }
    receiver.drift(change);
  }

  private ResourceChange read(Value element) {
    return ChangeReader.read(element)
        .orElseThrow(
            () ->
                failure(
                    "plan-format",
                    "wants to do something to '"
                        + element.at("address").text().orElse("a resource")
                        + "' that this program does not know",
                    "use a newer cashtrace-infra, or an older terraform"));
  }

  /** Outputs are no part of the summary, but their values are masked, and learned. */
  private void outputs(String field) throws IOException {
    Value masked = Trees.read(in);
    if (masked instanceof Value.Fields map) {
      var fields = new LinkedHashMap<>(map.fields());
      fields.replaceAll((output, value) -> ChangeReader.maskedChange(output, value, masking));
      masked = new Value.Fields(fields);
    }
    write(field, masked);
  }

  private void write(String field, Value value) throws IOException {
    if (out != null) {
      out.writeFieldName(field);
      Trees.write(out, value);
    }
  }

  private void requireEnd() throws IOException {
    if (in.nextToken() != null) {
      throw failure("not-a-plan", "has something behind its end", null);
    }
    if (formatVersion.isEmpty() || !planned) {
      throw failure(
          "not-a-plan",
          "is no plan of terraform: it has no "
              + (formatVersion.isEmpty() ? "'format_version'" : "'planned_values'"),
          state
              ? "this is a state; 'terraform show -json PLANFILE' prints a plan"
              : "'terraform show -json PLANFILE' prints one");
    }
  }

  private FailureException failure(String code, String what, @Nullable String hint) {
    return new FailureException(
        Problem.error(code, "'" + name + "' " + what, Location.ofFile(name)).withHint(hint));
  }
}
