package com.cashtrace.infra.report;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** JSON as this program writes it: two spaces, LF, and nothing in it that steers a terminal. */
final class JsonText {

  private final JsonMapper mapper =
      new JsonMapper(new JsonFactoryBuilder().characterEscapes(new Escapes()).build());

  ObjectNode object() {
    return mapper.createObjectNode();
  }

  /** A value that was written as JSON before. */
  JsonNode tree(String text) throws IOException {
    return mapper.readTree(text);
  }

  void write(JsonNode tree, Appendable out) throws IOException {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(indenter)
            .withArrayIndenter(indenter);
    out.append(mapper.writer(printer).writeValueAsString(tree)).append('\n');
  }

  /** Escapes what Jackson lets through: DEL, C1 controls, direction marks, lone surrogates. */
  private static final class Escapes extends CharacterEscapes {

    private static final long serialVersionUID = 1L;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();
      codes[0x7F] = CharacterEscapes.ESCAPE_STANDARD;
      return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
      // a surrogate is handed over alone, also where it is half of a pair; escaped pairs are valid
      return SafeText.isUnsafe(character)
          ? new SerializedString(String.format("\\u%04x", character))
          : null;
    }
  }
}
