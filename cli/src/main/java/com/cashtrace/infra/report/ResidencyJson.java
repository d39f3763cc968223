package com.cashtrace.infra.report;

import com.cashtrace.infra.residency.Exposure;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * The report for programs; {@code schemas/report/residency-report.schema.json} describes the
 * document. The records of the report are its objects: what is added there appears here.
 */
public final class ResidencyJson implements ResidencyFormat {

  /** Rises when a reader of the former version would misread the document. */
  private static final int FORMAT_VERSION = 1;

  @Override
  public void write(ResidencyReport report, Appendable out) throws IOException {
    new JsonText().write(tree(report), out);
  }

  /** The document as a tree. */
  public static ObjectNode tree(ResidencyReport report) {
    JsonMapper mapper = mapper();
    ObjectNode root = mapper.createObjectNode().put("formatVersion", FORMAT_VERSION);
    root.setAll((ObjectNode) mapper.<JsonNode>valueToTree(report));
    return root;
  }

  private static JsonMapper mapper() {
    SimpleModule words = new SimpleModule();
    words.addSerializer(LocalDate.class, ToStringSerializer.instance);
    words.addSerializer(Instant.class, ToStringSerializer.instance);
    words.addSerializer(Enum.class, new EnumWord());
    words.addKeySerializer(Exposure.class, new EnumKey());
    return JsonMapper.builder()
        .addModule(words)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
        .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
        .build();
  }

  /** The word that specs and profiles use as well. */
  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Writes a constant as its word. */
  @SuppressWarnings("rawtypes") // the registry wants the raw type
  private static final class EnumWord extends StdSerializer<Enum> {

    private static final long serialVersionUID = 1L;

    EnumWord() {
      super(Enum.class);
    }

    @Override
    public void serialize(Enum value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(word(value));
    }
  }

  /** Writes a constant as the key of a map. */
  private static final class EnumKey extends StdSerializer<Exposure> {

    private static final long serialVersionUID = 1L;

    EnumKey() {
      super(Exposure.class);
    }

    @Override
    public void serialize(Exposure value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeFieldName(word(value));
    }
  }
}
