package com.cashtrace.infra.run;

import com.cashtrace.infra.document.MapNode;
import com.cashtrace.infra.document.ReadResult;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.YamlReader;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.report.ResidencyDiff;
import com.cashtrace.infra.report.ResidencyJson;
import com.cashtrace.infra.report.ResidencyReport;
import com.cashtrace.infra.schema.DataSchema;
import com.cashtrace.infra.schema.JsonTree;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Compares residency reports that were kept, or environments as they are.
 *
 * @param resources hold the schema that a kept report keeps to
 * @param directory where names of files begin
 * @param reporting makes the report of an environment
 * @param timeSource who said which day it is
 */
public record ResidencyComparison(
    Resources resources, Path directory, ResidencyReporting reporting, String timeSource) {

  private static final String SCHEMA = "schemas/report/residency-report.schema.json";

  /**
   * Compares two reports.
   *
   * @param before a file that holds a report in JSON, or the name of an environment
   * @param after the same
   */
  public ResidencyDiff compare(String before, String after) {
    boolean files = isFile(before) && isFile(after);
    JsonNode first = report(before);
    JsonNode second = report(after);
    // two reports are compared by the names of their chapters; one environment with anything else
    boolean aligned =
        !files && first.path("chapters").size() == 1 && second.path("chapters").size() == 1;
    return ResidencyDiff.of(before, first, after, second, aligned);
  }

  private boolean isFile(String name) {
    return name.endsWith(".json") || Files.isRegularFile(directory.resolve(name));
  }

  private JsonNode report(String name) {
    return isFile(name) ? kept(name) : made(name);
  }

  private JsonNode made(String name) {
    ReadResult<ResidencyReport> result = reporting.declared(List.of(name), timeSource);
    return ResidencyJson.tree(
        result.value().orElseThrow(() -> failure(result.problems(), ExitCode.FINDINGS)));
  }

  private JsonNode kept(String name) {
    Path file = directory.resolve(name);
    ReadResult<MapNode> read = YamlReader.readMap(file, name);
    MapNode map = read.value().orElseThrow(() -> failure(read.problems(), ExitCode.FAILED));
    List<Problem> problems = DataSchema.read(resources, SCHEMA).check(map);
    if (!problems.isEmpty()) {
      throw failure(problems, ExitCode.FAILED);
    }
    return JsonTree.of(map);
  }

  private static FailureException failure(List<Problem> problems, ExitCode exitCode) {
    Problem first = problems.get(0);
    String hint = "residency-report --format json --out FILE writes a report that can be compared";
    return new FailureException(
        first.hint() == null && exitCode == ExitCode.FAILED ? first.withHint(hint) : first,
        exitCode,
        null);
  }
}
