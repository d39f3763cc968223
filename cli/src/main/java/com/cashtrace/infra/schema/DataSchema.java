package com.cashtrace.infra.schema;

import com.cashtrace.infra.document.MapNode;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.problem.Problem;
import java.util.List;

/** The schema of a kind of data files that people may write themselves, such as profiles. */
public final class DataSchema {

  private final SchemaCheck check;

  private DataSchema(SchemaCheck check) {
    this.check = check;
  }

  /** Reads a schema such as {@code schemas/residency/profile.schema.json}. */
  public static DataSchema read(Resources resources, String path) {
    return new DataSchema(new SchemaCheck(SchemaBundle.parse(resources.read(path))));
  }

  /** What is wrong with a file, each problem at its leaf. */
  public List<Problem> check(MapNode file) {
    return check.check(file);
  }
}
