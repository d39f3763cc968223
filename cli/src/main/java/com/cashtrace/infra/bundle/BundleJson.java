package com.cashtrace.infra.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** The one text that a bundle has, and back. */
final class BundleJson {

  /** Rises when a reader of the former version would misread the text. */
  private static final int FORMAT_VERSION = 1;

  private static final String VERSION = "formatVersion";

  private final JsonMapper mapper =
      JsonMapper.builder()
          .addModule(times())
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .defaultPrettyPrinter(printer())
          .build();

  private static SimpleModule times() {
    return new SimpleModule()
        .addSerializer(Instant.class, ToStringSerializer.instance)
        .addSerializer(LocalDate.class, ToStringSerializer.instance)
        .addDeserializer(Instant.class, new FromText<>(Instant.class, Instant::parse))
        .addDeserializer(LocalDate.class, new FromText<>(LocalDate.class, LocalDate::parse));
  }

  private static DefaultPrettyPrinter printer() {
    Separators separators =
        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
    return new DefaultPrettyPrinter(separators).withObjectIndenter(new DefaultIndenter("  ", "\n"));
  }

  byte[] write(PlanBundle bundle) {
    ObjectNode tree = mapper.createObjectNode().put(VERSION, FORMAT_VERSION);
    JsonNode content = mapper.valueToTree(bundle);
    content.properties().stream()
        .filter(field -> !field.getValue().isNull())
        .forEach(field -> tree.set(field.getKey(), field.getValue()));
    try {
      String text = mapper.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
      return (text + "\n").getBytes(UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can be written", e);
    }
  }

  /** The bundle of a text; only what {@link #write} writes is taken. */
  Optional<PlanBundle> read(byte[] text) {
    try {
      if (!(mapper.readTree(text) instanceof ObjectNode tree)) {
        return Optional.empty();
      }
      tree.remove(VERSION); // whether it is the right one shows when the text is compared
      PlanBundle bundle = mapper.treeToValue(tree, PlanBundle.class);
      return Arrays.equals(write(bundle), text) ? Optional.of(bundle) : Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // the library throws both for what is no bundle
    }
  }

  /** A value that is a text in JSON. */
  private static final class FromText<T> extends FromStringDeserializer<T> {

    private final transient Function<String, T> parse;

    FromText(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    protected T _deserialize(String value, DeserializationContext context) {
      return parse.apply(value);
    }
  }
}
