package com.cashtrace.infra.scan;

import com.cashtrace.infra.document.Entries;
import com.cashtrace.infra.document.Resources;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Resource types that may be anywhere: those that hold no customer data, and the parts of global
 * services that AWS offers in one region only.
 */
public final class MetadataTypes {

  private final TypeTable<String> reasons;
  private final List<GlobalPart> parts;

  private MetadataTypes(Map<String, String> reasons, List<GlobalPart> parts) {
    this.reasons = new TypeTable<>(reasons);
    this.parts = List.copyOf(parts);
  }

  /** Reads {@code schemas/catalog/aws-metadata.yaml}. */
  public static MetadataTypes read(Resources resources) {
    Entries entries = Entries.read(resources, "schemas/catalog/aws-metadata.yaml");
    return new MetadataTypes(
        entries.textMap("types"),
        List.copyOf(entries.each("globalParts", MetadataTypes::part).values()));
  }

  /** Why a type holds no customer data; empty for every type that was not found to be so. */
  public Optional<String> reason(String type) {
    return reasons.of(type);
  }

  /** The global parts that a resource of this type may be. */
  public List<GlobalPart> parts(String type) {
    return parts.stream().filter(part -> part.types().contains(type)).toList();
  }

  /** Every type and every beginning of types that the file names. */
  Stream<String> named() {
    return Stream.concat(
        reasons.entries().keySet().stream(),
        parts.stream()
            .flatMap(part -> Stream.concat(part.types().stream(), part.usedBy().stream())));
  }

  private static GlobalPart part(String name, Entries entries) {
    return new GlobalPart(
        name,
        entries.texts("types"),
        entries.text("region"),
        entries.has("attribute") ? entries.text("attribute") : null,
        entries.has("value") ? entries.text("value") : null,
        entries.has("usedBy") ? entries.texts("usedBy") : List.of(),
        entries.text("holds"),
        entries.text("source"));
  }

  /**
   * A part of a global service which exists in one region only.
   *
   * @param name such as {@code cloudfront-certificate}
   * @param types resource types that it consists of
   * @param region where AWS has it
   * @param attribute attribute that must hold the value, or null if none must
   * @param value the value, or null
   * @param usedBy types of resources of which one must refer to it in the same plan; empty if none
   *     has to
   * @param holds which data is there, as a part of a sentence
   * @param source where this is known from
   */
  public record GlobalPart(
      String name,
      List<String> types,
      String region,
      @Nullable String attribute,
      @Nullable String value,
      List<String> usedBy,
      String holds,
      String source) {

    /** Copies the lists. */
    public GlobalPart {
      types = List.copyOf(types);
      usedBy = List.copyOf(usedBy);
    }
  }
}
