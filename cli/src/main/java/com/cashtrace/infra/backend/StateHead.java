package com.cashtrace.infra.backend;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the beginning of a state.
 *
 * @param serial rises with every state that terraform writes
 * @param lineage the same for all states that grew out of one another
 * @param terraform version of terraform that wrote it
 */
public record StateHead(long serial, String lineage, String terraform) {

  /** How much of a state is enough to find the head in it. */
  static final int BYTES = 1024;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The head, or nothing if this is no state, or not one that terraform writes today. */
  static Optional<StateHead> read(byte[] state) {
    Fields fields = new Fields();
    try (JsonParser parser = MAPPER.createParser(state)) {
      fields.read(parser);
    } catch (IOException e) {
      if (!fields.isComplete()) {
        return Optional.empty(); // a beginning breaks off somewhere, which does not matter
      }
    }
    return fields.head();
  }

  /** True if two states say the same; terraform prints one with other spaces than it stores. */
  static boolean same(byte[] one, byte[] other) {
    try {
      return Arrays.equals(one, other) || MAPPER.readTree(one).equals(MAPPER.readTree(other));
    } catch (IOException e) {
      return false;
    }
  }

  /** The same state with another serial; every other byte stays as it is. */
  static byte[] withSerial(byte[] state, long serial) {
    Fields fields = new Fields();
    try (JsonParser parser = MAPPER.createParser(state)) {
      fields.read(parser);
    } catch (IOException e) {
      throw new IllegalArgumentException("a state that could be read before", e);
    }
    byte[] number = Long.toString(serial).getBytes(StandardCharsets.US_ASCII);
    int tail = state.length - fields.serialEnd;
    byte[] changed = new byte[fields.serialStart + number.length + tail];
    System.arraycopy(state, 0, changed, 0, fields.serialStart);
    System.arraycopy(number, 0, changed, fields.serialStart, number.length);
    System.arraycopy(state, fields.serialEnd, changed, fields.serialStart + number.length, tail);
    return changed;
  }

  /** The fields of the top level that were met so far. */
  private static final class Fields {
    private @Nullable Long serial;
    private @Nullable String lineage;
    private String terraform = "";
    private long version;
    private int serialStart;
    private int serialEnd;

    boolean isComplete() {
      return serial != null && lineage != null && version == 4;
    }

    Optional<StateHead> head() {
      Long number = serial;
      String line = lineage;
      return number == null || line == null || version != 4
          ? Optional.empty()
          : Optional.of(new StateHead(number, line, terraform));
    }

    void read(JsonParser parser) throws IOException {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return;
      }
      while (!isWhole() && parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        take(name, parser);
      }
    }

    private boolean isWhole() {
      return isComplete() && !terraform.isEmpty();
    }

    private void take(String name, JsonParser parser) throws IOException {
      switch (name) {
        case "version" -> version = parser.getValueAsLong();
        case "terraform_version" -> terraform = parser.getValueAsString("");
        case "lineage" -> lineage = parser.getValueAsString();
        case "serial" -> {
          serial = parser.getValueAsLong();
          serialStart = (int) parser.currentTokenLocation().getByteOffset();
          serialEnd = serialStart + parser.getText().length();
        }
        default -> parser.skipChildren();
      }
    }
  }
}
