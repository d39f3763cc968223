package com.cashtrace.infra.report;

import com.cashtrace.infra.GeneratedFile;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.problem.ProblemKind;
import com.cashtrace.infra.problem.Severity;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A result of a check, described by {@code input.yaml} in a folder of goldens. */
record ReportCase(String folder) {

  static final String FOLDER = "cli/src/test/resources/report/problems";
  static final String INPUT = "input.yaml";

  static List<ReportCase> all() throws IOException {
    try (Stream<Path> folders = Files.list(GeneratedFile.repository().resolve(FOLDER))) {
      return folders
          .map(path -> new ReportCase(FOLDER + "/" + path.getFileName()))
          .sorted((a, b) -> a.folder().compareTo(b.folder()))
          .toList();
    }
  }

  /** File name to format. */
  static Map<String, ProblemReport> formats() {
    Map<String, ProblemReport> formats = new TreeMap<>();
    formats.put("plain.txt", new TextProblems(false));
    formats.put("colour.txt", new TextProblems(true));
    formats.put("report.json", new JsonProblems());
    formats.put("report.sarif", new SarifProblems("1.2.3", kinds()));
    formats.put("junit.xml", new JUnitProblems());
    formats.put("github.txt", new GithubProblems());
    return formats;
  }

  static Map<String, ProblemKind> kinds() {
    ProblemKind kind =
        new ProblemKind(
            "unknown-reference",
            Severity.ERROR,
            "Reference to nothing",
            "A service uses a component that is not there.",
            "Name one that is, or add it.",
            "uses: { buckets.documents: DOCUMENTS }\n",
            List.of("R4.1", "R5.5"),
            List.of("https://example.com/why"));
    return Map.of(kind.code(), kind);
  }

  static String written(ProblemReport report, CheckResult result) throws IOException {
    StringBuilder out = new StringBuilder();
    report.write(result, out);
    return out.toString();
  }

  CheckResult result() throws IOException {
    Path input = GeneratedFile.repository().resolve(folder).resolve(INPUT);
    JsonNode root = new YAMLMapper().readTree(Files.readString(input));
    List<CheckedFile> checked = new ArrayList<>();
    for (JsonNode file : root.get("checked")) {
      checked.add(new CheckedFile(file.get("environment").asText(), file.get("file").asText()));
    }
    List<Problem> problems = new ArrayList<>();
    root.get("problems").forEach(node -> problems.add(problem(node)));
    return CheckResult.of(checked, problems);
  }

  private static Problem problem(JsonNode node) {
    Location location =
        node.has("file")
            ? new Location(
                node.get("file").asText(),
                node.path("line").asInt(0),
                node.path("column").asInt(0),
                node.path("excerpt").asText(null))
            : null;
    return new Problem(
        Severity.valueOf(node.get("severity").asText().toUpperCase(Locale.ROOT)),
        node.get("code").asText(),
        node.get("message").asText(),
        location,
        node.path("hint").asText(null));
  }

  /** What a JSON Schema of the program finds wrong with a document. */
  static List<String> violations(String schemaText, JsonNode document) throws IOException {
    JsonNode schema = new YAMLMapper().readTree(schemaText);
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema)
        .validate(document)
        .stream()
        .map(Object::toString)
        .toList();
  }

  static String schema(String path) {
    return Resources.packaged().read("schemas/" + path);
  }
}
