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

  /** True if all of a state is there: one that was written to a full disk may break off. */
  public static boolean isWhole(byte[] state) {
    try (JsonParser parser = MAPPER.createParser(state)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      parser.skipChildren();
      return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
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
    Fields fields = fields(state);
    return replaced(state, fields.serialStart, fields.serialEnd, Long.toString(serial));
  }

  /**
   * The same state with a lineage, if it has none: terraform gives a state its lineage when it
   * first writes it, and leaves one without where it did not get that far.
   *
   * @param lineage a new one
   */
  public static byte[] withLineage(byte[] state, String lineage) {
    if (read(state).filter(head -> head.lineage().isEmpty()).isEmpty()) {
      return state;
    }
    Fields fields = fields(state);
    return replaced(state, fields.lineageStart, fields.lineageEnd, '"' + lineage + '"');
  }

  private static Fields fields(byte[] state) {
    Fields fields = new Fields();
    try (JsonParser parser = MAPPER.createParser(state)) {
      fields.read(parser);
      return fields;
    } catch (IOException e) {
      throw new IllegalArgumentException("a state that could be read before", e);
    }
  }

  private static byte[] replaced(byte[] state, int start, int end, String text) {
    byte[] value = text.getBytes(StandardCharsets.US_ASCII);
    byte[] changed = new byte[start + value.length + state.length - end];
    System.arraycopy(state, 0, changed, 0, start);
    System.arraycopy(value, 0, changed, start, value.length);
    System.arraycopy(state, end, changed, start + value.length, state.length - end);
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
    private int lineageStart;
    private int lineageEnd;

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
        case "lineage" -> {
          lineage = parser.getValueAsString();
          lineageStart = (int) parser.currentTokenLocation().getByteOffset();
          parser.finishToken();
          lineageEnd = (int) parser.currentLocation().getByteOffset();
        }
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
