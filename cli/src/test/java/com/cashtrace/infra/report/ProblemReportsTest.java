package com.cashtrace.infra.report;

import static com.cashtrace.infra.report.ReportCase.formats;
import static com.cashtrace.infra.report.ReportCase.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.GeneratedFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Every format over every case on disk, and what must be true of any report of that format. */
class ProblemReportsTest {

  static List<ReportCase> cases() throws IOException {
    return ReportCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void writesEachFormatAsItsGoldenSays(ReportCase golden) throws IOException {
    CheckResult result = golden.result();
    for (var format : formats().entrySet()) {
      String text = written(format.getValue(), result);
      assertThat(written(format.getValue(), result)).as("a second time").isEqualTo(text);
      new GeneratedFile(golden.folder() + "/" + format.getKey()).mustBe(text);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void hasNoGoldenThatNothingWrites(ReportCase golden) throws IOException {
    Path folder = GeneratedFile.repository().resolve(golden.folder());
    Set<String> known = new TreeSet<>(formats().keySet());
    known.add(ReportCase.INPUT);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).hasSameElementsAs(known);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void writesJsonAsItsSchemaDescribesIt(ReportCase golden) throws IOException {
    JsonNode tree = new ObjectMapper().readTree(written(new JsonProblems(), golden.result()));
    String schema = ReportCase.schema("report/problems.schema.json");
    assertThat(ReportCase.violations(schema, tree)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void writesSarifThatCodeScanningReads(ReportCase golden) throws IOException {
    String text = written(formats().get("report.sarif"), golden.result());
    JsonNode tree = new ObjectMapper().readTree(text);
    Path schema =
        GeneratedFile.repository()
            .resolve(ReportCase.FOLDER)
            .resolveSibling("sarif-as-code-scanning-reads-it.schema.json");
    assertThat(ReportCase.violations(Files.readString(schema), tree)).isEmpty();
    JsonNode run = tree.at("/runs/0");
    for (JsonNode result : run.get("results")) {
      JsonNode rule = run.at("/tool/driver/rules").get(result.get("ruleIndex").asInt());
      assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void writesXmlWithACaseForEachEnvironment(ReportCase golden) throws Exception {
    CheckResult result = golden.result();
    Document xml = parsed(written(new JUnitProblems(), result));
    var cases = xml.getElementsByTagName("testcase");
    for (int i = 0; i < result.checked().size(); i++) {
      Element testCase = (Element) cases.item(i);
      assertThat(testCase.getAttribute("classname")).isEqualTo(result.checked().get(i).file());
    }
    Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
    assertThat(suite.getAttribute("tests")).isEqualTo(String.valueOf(cases.getLength()));
    int failures = xml.getElementsByTagName("failure").getLength();
    assertThat(suite.getAttribute("failures")).isEqualTo(String.valueOf(failures));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void letsNoControlCharacterThrough(ReportCase golden) throws IOException {
    for (var format : formats().entrySet()) {
      String text = written(format.getValue(), golden.result());
      String own = text.replaceAll("\u001b\\[(0|1|2|1;3[136])m", "").replace("\n", "");
      assertThat(own.codePoints().filter(c -> c != 0x200D && SafeText.isUnsafe(c)))
          .as(format.getKey())
          .isEmpty();
      boolean coloured = format.getKey().equals("colour.txt");
      assertThat(text.contains("\u001b")).as(format.getKey()).isIn(coloured, false);
    }
  }

  private static Document parsed(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }
}
