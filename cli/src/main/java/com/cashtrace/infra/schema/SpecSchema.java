package com.cashtrace.infra.schema;

import com.cashtrace.infra.document.Document;
import com.cashtrace.infra.document.MapNode;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.problem.Problem;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The schema of specs: checks single files and whole environments, and fills in defaults. */
public final class SpecSchema {

  private final ObjectNode bundle;
  private final SchemaCheck environment;
  private final SchemaCheck file;

  /** Reads the schemas from the given resources. */
  public SpecSchema(Resources resources) {
    this.bundle = SchemaBundle.environment(resources);
    this.environment = new SchemaCheck(bundle);
    this.file = new SchemaCheck(SchemaBundle.parse(resources.read(OverlaySchema.PATH)));
  }

  /** Problems of one file by itself: unknown keys, wrong values, and no missing ones. */
  public List<Problem> checkFile(MapNode content) {
    return file.check(content);
  }

  /** Problems of a merged environment: those of its files again, and keys that are missing. */
  public List<Problem> checkEnvironment(Document document) {
    return environment.check(document.root());
  }

  /** The document with every default in place; it must have passed {@link #checkEnvironment}. */
  public Document withDefaults(Document document) {
    MapNode filled = Defaults.fill(document.root(), new SchemaView(bundle, bundle));
    return new Document(document.name(), document.file(), document.chain(), filled);
  }
}
