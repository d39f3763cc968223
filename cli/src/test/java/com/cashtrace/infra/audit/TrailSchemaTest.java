package com.cashtrace.infra.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cashtrace.infra.document.Resources;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The schemas of {@code schemas/audit/} and the code take the same records. */
class TrailSchemaTest {

  private final ObjectMapper mapper = new ObjectMapper();
  private final Canonical canonical = new Canonical();
  private final TrailJson json = new TrailJson();
  private final MemoryStore store = new MemoryStore();

  private final Schema recordSchema;

  TrailSchemaTest() throws IOException {
    recordSchema = schema("record");
    Samples.entries().forEach(entry -> Samples.trail(store).append(entry));
  }

  @Test
  void takesEveryKindOfRecordAndTheHead() throws Exception {
    for (ObjectNode record : records()) {
      assertThat(recordSchema.validate(record)).as(record.toString()).isEmpty();
    }
    SignedFile head = SignedFile.read(store.files.get(TrailNames.HEAD));
    assertThat(schema("head").validate(mapper.readTree(head.text()))).isEmpty();
    assertThat(Samples.entries())
        .extracting(entry -> entry.details().kind())
        .contains(Kind.values());
  }

  /** Each key taken away, given a neighbour, and given a value of another type. */
  @Test
  void agreesWithTheCodeOnWhatARecordMayHold() throws Exception {
    for (ObjectNode record : records()) {
      for (String place : places(record, "")) {
        assertAgreement(without(record, place), "without " + place);
        assertAgreement(with(record, place, mapper.readTree("{\"a\":[]}")), "with a map " + place);
      }
      for (String map : List.of("", "/principal", "/host", "/details")) {
        ObjectNode changed = record.deepCopy();
        ((ObjectNode) changed.at(map)).put("further", "x");
        assertAgreement(changed, "with a further key in " + map);
      }
    }
  }

  private void assertAgreement(JsonNode record, String what) throws Exception {
    boolean bySchema = recordSchema.validate(record).isEmpty();
    byte[] text = canonical.write(record);
    if (bySchema) {
      assertThat(json.write(json.record(text))).as(what).isEqualTo(text);
    } else {
      assertThatThrownBy(() -> json.record(text), what).isInstanceOf(Malformed.class);
    }
  }

  private static ObjectNode without(ObjectNode record, String place) {
    ObjectNode copy = record.deepCopy();
    ((ObjectNode) copy.at(parent(place))).remove(last(place));
    return copy;
  }

  private static ObjectNode with(ObjectNode record, String place, JsonNode value) {
    ObjectNode copy = record.deepCopy();
    ((ObjectNode) copy.at(parent(place))).set(last(place), value);
    return copy;
  }

  private static String parent(String place) {
    return place.substring(0, place.lastIndexOf('/'));
  }

  private static String last(String place) {
    return place.substring(place.lastIndexOf('/') + 1);
  }

  /** Pointers to all keys of maps whose keys the schema fixes. */
  private static List<String> places(JsonNode node, String at) {
    List<String> places = new ArrayList<>();
    if (!at.equals("/digests")) {
      node.properties()
          .forEach(
              field -> {
                places.add(at + "/" + field.getKey());
                places.addAll(places(field.getValue(), at + "/" + field.getKey()));
              });
    }
    return places;
  }

  private List<ObjectNode> records() throws IOException, Malformed {
    List<ObjectNode> records = new ArrayList<>();
    for (int number = 1; number <= Samples.entries().size(); number++) {
      SignedFile file = SignedFile.read(store.files.get(TrailNames.record(number)));
      records.add((ObjectNode) mapper.readTree(new String(file.text(), UTF_8)));
    }
    return records;
  }

  private Schema schema(String name) throws IOException {
    String text = Resources.packaged().read("schemas/audit/" + name + ".schema.json");
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(mapper.readTree(text));
  }
}
