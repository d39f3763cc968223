package com.cashtrace.infra.schema;

import com.cashtrace.infra.document.MapNode;
import com.cashtrace.infra.problem.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import java.util.List;

/** One schema, ready to check maps. */
final class SchemaCheck {

  /** Prepares no part of the schema before a spec uses it. */
  private static final SchemaRegistryConfig LAZY =
      SchemaRegistryConfig.builder().preloadSchema(false).build();

  private final JsonNode bundle;
  private final Schema schema;

  SchemaCheck(JsonNode bundle) {
    this.bundle = bundle;
    this.schema =
        SchemaRegistry.withDialect(
                SpecDialect.create(), registry -> registry.schemaRegistryConfig(LAZY))
            .getSchema(bundle);
  }

  /** What is wrong with a map, each problem at its leaf. */
  List<Problem> check(MapNode map) {
    List<Error> errors = schema.validate(JsonTree.of(map));
    SchemaProblems problems = new SchemaProblems(bundle, map);
    return errors.stream().map(problems::of).distinct().toList();
  }
}
