package com.cashtrace.infra.run;

import com.cashtrace.infra.document.MapNode;
import com.cashtrace.infra.document.ReadResult;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.YamlReader;
import com.cashtrace.infra.file.DiskTrouble;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.report.ResidencyDiff;
import com.cashtrace.infra.report.ResidencyJson;
import com.cashtrace.infra.report.ResidencyReport;
import com.cashtrace.infra.schema.DataSchema;
import com.cashtrace.infra.schema.JsonTree;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
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
   * @param before a file that holds a report in JSON, a plan or a state, or the name of an
   *     environment
   * @param after the same
   */
  public ResidencyDiff compare(String before, String after) {
    boolean files = isReport(before) && isReport(after);
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
    if (!isFile(name)) {
      return made(name);
    }
    return isTerraform(directory.resolve(name)) ? scanned(name) : kept(name);
  }

  private boolean isReport(String name) {
    return isFile(name) && !isTerraform(directory.resolve(name));
  }

  /** A plan and a state have another key than a report has; what is neither is told of later. */
  private static boolean isTerraform(Path file) {
    try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
      boolean object = json.nextToken() == JsonToken.START_OBJECT;
      for (String key = json.nextFieldName(); object && key != null; key = json.nextFieldName()) {
        if (key.equals("format_version")) {
          return true;
        }
        json.nextToken();
        json.skipChildren();
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  private JsonNode scanned(String name) {
    Path file = directory.resolve(name);
    try (InputStream json = Files.newInputStream(file)) {
      String last = String.valueOf(file.getFileName());
      return tree(
          reporting.scanned(ResidencyDocument.of(null, json, last, null), null, timeSource, null));
    } catch (IOException e) {
      throw DiskTrouble.reading(file, e);
    }
  }

  private JsonNode made(String name) {
    return tree(reporting.declared(List.of(name), timeSource, null));
  }

  private static JsonNode tree(ReadResult<ResidencyReport> result) {
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
