package com.cashtrace.infra.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.HashSet;
import java.util.Set;

/**
 * The keyword {@code enum}. The validator's own prints the allowed values as soon as it reads the
 * schema, which makes it prepare all of Jackson for words that only an error would need.
 */
final class Choice extends AbstractKeyword {

  Choice() {
    super("enum");
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation place, JsonNode values, Schema parent, SchemaContext context) {
    return new Check(this, place, values, parent, context);
  }

  /** The check of one {@code enum}. */
  private static final class Check extends BaseKeywordValidator {

    private final Set<Object> allowed = new HashSet<>();

    Check(
        Keyword keyword,
        SchemaLocation place,
        JsonNode values,
        Schema parent,
        SchemaContext context) {
      super(keyword, values, place, parent, context);
      values.forEach(value -> allowed.add(comparable(value)));
    }

    @Override
    public void validate(
        ExecutionContext context, JsonNode value, JsonNode root, NodePath instance) {
      if (!allowed.contains(comparable(value))) {
        context.addError(
            error()
                .instanceNode(value)
                .instanceLocation(instance)
                .evaluationPath(context.getEvaluationPath())
                .locale(context.getExecutionConfig().getLocale())
                .arguments(schemaNode)
                .build());
      }
    }

    /** Numbers are equal by value: 1 and 1.0 are the same choice. */
    private static Object comparable(JsonNode value) {
      return value.isNumber() ? value.decimalValue().stripTrailingZeros() : value;
    }
  }
}
