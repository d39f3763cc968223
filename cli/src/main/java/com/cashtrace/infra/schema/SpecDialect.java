package com.cashtrace.infra.schema;

import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The part of JSON Schema 2020-12 that schemas of specs are written in. The validator would prepare
 * the whole of it at every start of the program, which takes longer than the check itself.
 */
final class SpecDialect {

  private static final String ID = "https://json-schema.org/draft/2020-12/schema";

  private static final List<KeywordType> CHECKED =
      List.of(
          KeywordType.REF,
          KeywordType.TYPE,
          KeywordType.CONST,
          KeywordType.PATTERN,
          KeywordType.PROPERTIES,
          KeywordType.PROPERTY_NAMES,
          KeywordType.ADDITIONAL_PROPERTIES,
          KeywordType.REQUIRED,
          KeywordType.DEPENDENT_REQUIRED,
          KeywordType.ITEMS,
          KeywordType.MIN_ITEMS,
          KeywordType.MAX_ITEMS,
          KeywordType.UNIQUE_ITEMS,
          KeywordType.MIN_PROPERTIES,
          KeywordType.MINIMUM,
          KeywordType.MAXIMUM,
          KeywordType.MIN_LENGTH,
          KeywordType.MAX_LENGTH);

  /** What tells a reader or an editor something, and what references lead to. */
  private static final Set<String> SILENT =
      Set.of(
          "$schema",
          "$id",
          "$defs",
          "$comment",
          "title",
          "description",
          "examples",
          "default",
          "x-expects");

  private SpecDialect() {}

  static Dialect create() {
    return Dialect.builder(ID)
        .specificationVersion(SpecificationVersion.DRAFT_2020_12)
        .keywords(CHECKED)
        .keyword(new Choice())
        .unknownKeywordFactory((name, context) -> silent(name))
        .build();
  }

  /** No validator at all; a keyword that nobody would check must not look as if it were. */
  private static @Nullable Keyword silent(String name) {
    if (SILENT.contains(name)) {
      return null;
    }
    throw new IllegalStateException("a schema says '" + name + "', which is not checked");
  }
}
