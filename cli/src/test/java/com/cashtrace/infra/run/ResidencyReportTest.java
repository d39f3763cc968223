package com.cashtrace.infra.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.GeneratedFile;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.report.ResidencyCsv;
import com.cashtrace.infra.report.ResidencyFormat;
import com.cashtrace.infra.report.ResidencyHtml;
import com.cashtrace.infra.report.ResidencyJson;
import com.cashtrace.infra.report.ResidencyMarkdown;
import com.cashtrace.infra.report.ResidencyOscal;
import com.cashtrace.infra.report.ResidencyReport;
import com.cashtrace.infra.report.ResidencyText;
import com.cashtrace.infra.residency.Exposure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ResidencyReportTest {

  private static final String GOLDENS = "cli/src/test/resources/report/residency/";
  private static final LocalDate BEFORE = LocalDate.of(2026, 11, 22);
  private static final LocalDate BINDING = LocalDate.of(2027, 1, 1);

  @ParameterizedTest
  @CsvSource({
    "production, 2026-11-22",
    "production, 2027-01-01",
    "shop, 2026-11-22",
    "shop, 2027-01-01"
  })
  void writesEachFormatAsItsGoldenSays(String name, LocalDate asOf) throws IOException {
    for (Map.Entry<String, ResidencyFormat> format : formats().entrySet()) {
      String text = written(format.getValue(), report(name, asOf));
      new GeneratedFile(GOLDENS + name + "-" + asOf + "/" + format.getKey()).mustBe(text);
      assertThat(written(format.getValue(), report(name, asOf))).as("again").isEqualTo(text);
    }
  }

  @Test
  void judgesByTheDay() {
    ResidencyReport before = ResidencyCases.shop(BEFORE);
    ResidencyReport binding = ResidencyCases.shop(BINDING);

    assertThat(before.chapters().get(0).verdict().changesOn()).isEqualTo(BINDING);
    assertThat(exposures(before)).contains(Exposure.UPCOMING);
    assertThat(exposures(binding)).doesNotContain(Exposure.UPCOMING);
    assertThat(binding.chapters().get(0).verdict().count(Exposure.VIOLATION))
        .isGreaterThan(before.chapters().get(0).verdict().count(Exposure.VIOLATION));
  }

  @ParameterizedTest
  @CsvSource({"production", "shop"})
  void writesJsonAsItsSchemaDescribesIt(String name) throws IOException {
    JsonNode schema = schema();
    assertThat(violations(schema, ResidencyJson.tree(report(name, BEFORE)))).isEmpty();
    JsonNode example = schema.at("/examples/0");
    assertThat(violations(schema, example)).isEmpty();
    JsonNode odd = example.deepCopy();
    ((ObjectNode) odd.at("/chapters/0/stores/0")).put("surprise", 1);
    assertThat(violations(schema, odd)).isNotEmpty();
  }

  @Test
  void neverSaysThatTheActIsCompliedWith() throws IOException {
    for (ResidencyFormat format : formats().values()) {
      assertThat(written(format, report("production", BEFORE)).toLowerCase(Locale.ROOT))
          .doesNotContain("compliant", "complies", "compliance with");
    }
    for (ResidencyFormat format : List.of(new ResidencyHtml(), new ResidencyMarkdown())) {
      assertThat(written(format, report("production", BEFORE)))
          .contains("That data stays in Africa is a rule of the company and no law");
    }
  }

  @Test
  void tellsEveryTransferFindingAndWaiver() throws IOException {
    String html = written(new ResidencyHtml(), ResidencyCases.shop(BEFORE));

    assertThat(html)
        .contains("NOT RECORDED")
        .contains("a variable names the region")
        .contains("many countries: CloudFront edges")
        .contains("accepted by waiver <code>old-copies</code>")
        .contains("<strong>not used</strong>")
        .contains("AWS alone cannot survive the loss of its only African region inside Africa")
        .contains("none recorded")
        .contains("violation from 2027-01-01");
  }

  @Test
  void givesScreensAndKeyboardsWhatTheyNeed() throws Exception {
    Document html = parsed(written(new ResidencyHtml(), ResidencyCases.shop(BEFORE)));

    assertThat(html.getDocumentElement().getAttribute("lang")).isEqualTo("en");
    assertThat(elements(html, "main")).hasSize(1);
    assertThat(elements(html, "nav")).hasSize(1);
    assertThat(elements(html, "h1")).hasSize(1);
    assertThat(elements(html, "table"))
        .isNotEmpty()
        .allSatisfy(table -> assertThat(table.getElementsByTagName("caption").getLength()).isOne());
    assertThat(elements(html, "th"))
        .allSatisfy(cell -> assertThat(cell.getAttribute("scope")).isIn("col", "row"));
    assertThat(elements(html, "a").filter(each -> each.getAttribute("href").startsWith("#")))
        .allSatisfy(link -> assertThat(ids(html)).contains(link.getAttribute("href").substring(1)));
    assertThat(elements(html, "section"))
        .allSatisfy(each -> assertThat(ids(html)).contains(each.getAttribute("aria-labelledby")));
    Element picture = elements(html, "svg").findFirst().orElseThrow();
    assertThat(picture.getElementsByTagName("title").getLength()).isOne();
    assertThat(picture.getElementsByTagName("desc").item(0).getTextContent())
        .contains("From Nigeria (NG) to South Africa (ZA): 1.");
    assertThat(ids(html)).doesNotHaveDuplicates();
  }

  @Test
  void loadsAndRunsNothing() throws Exception {
    String text = written(new ResidencyHtml(), ResidencyCases.shop(BEFORE));

    assertThat(text).contains("default-src 'none'".replace("'", "&#39;"));
    assertThat(text).doesNotContain("<script", "<img", "@import", "url(http", " style=");
    assertThat(elements(parsed(text), "link"))
        .allSatisfy(link -> assertThat(link.getAttribute("href")).isEqualTo("data:,"));
  }

  @Test
  void givesForeignTextNoPower() throws Exception {
    ResidencyReport report = ResidencyCases.hostile(BEFORE);
    String html = written(new ResidencyHtml(), report);
    Document parsed = parsed(html);
    String shown = parsed.getDocumentElement().getTextContent();
    assertThat(shown).contains(ResidencyCases.HOSTILE.replace("\u001b", "\\u001b"));
    assertThat(elements(parsed, "script")).isEmpty();
    assertThat(elements(parsed, "img")).isEmpty();
    assertThat(html).doesNotContain("\u001b", "<img");

    String markdown = written(new ResidencyMarkdown(), report);
    assertThat(markdown).doesNotContain("<img", "@everyone", "\u001b", "[b](http");
    assertThat(markdown.lines().filter(line -> line.startsWith("| ")))
        .allSatisfy(line -> assertThat(line).endsWith(" |"));
    for (ResidencyFormat format : formats().values()) {
      assertThat(written(format, report)).doesNotContain("\u001b");
    }
  }

  @ParameterizedTest
  @CsvSource({"INVENTORY, 16", "REGISTER, 13"})
  void writesCsvThatASpreadsheetReadsAndDoesNotRun(ResidencyCsv.Table table, int columns)
      throws IOException {
    for (ResidencyReport report :
        List.of(ResidencyCases.shop(BEFORE), ResidencyCases.hostile(BEFORE))) {
      List<List<String>> rows = CsvReader.rows(written(new ResidencyCsv(table), report));
      assertThat(rows).hasSizeGreaterThan(2).allSatisfy(row -> assertThat(row).hasSize(columns));
      assertThat(rows.stream().flatMap(List::stream))
          .noneMatch(cell -> cell.matches("(?s)[=+@\uFF1D\uFF0B\uFF0D\uFF20-].*"));
    }
    assertThat(written(new ResidencyCsv(table), ResidencyCases.hostile(BEFORE))).contains("'=");
  }

  static Map<String, ResidencyFormat> formats() {
    Map<String, ResidencyFormat> formats = new TreeMap<>();
    formats.put("report.html", new ResidencyHtml());
    formats.put("report.md", new ResidencyMarkdown());
    formats.put("report.json", new ResidencyJson());
    formats.put("oscal.json", new ResidencyOscal());
    formats.put("inventory.csv", new ResidencyCsv(ResidencyCsv.Table.INVENTORY));
    formats.put("register.csv", new ResidencyCsv(ResidencyCsv.Table.REGISTER));
    formats.put("verdicts.txt", new ResidencyText());
    return formats;
  }

  private static ResidencyReport report(String name, LocalDate asOf) {
    return name.equals("shop") ? ResidencyCases.shop(asOf) : reference(name, asOf);
  }

  /** What the program says of an environment of the repository. */
  static ResidencyReport reference(String name, LocalDate asOf) {
    var folder = new SpecFolder(GeneratedFile.repository());
    Resources resources = Resources.packaged();
    Judging judging = Judging.of(folder, resources, asOf, List.of());
    return ResidencyReporting.of(folder, resources, judging, "1.2.3")
        .declared(List.of(name), "the day was given", null)
        .value()
        .orElseThrow();
  }

  static String written(ResidencyFormat format, ResidencyReport report) throws IOException {
    StringBuilder out = new StringBuilder();
    format.write(report, out);
    return out.toString();
  }

  private static List<Exposure> exposures(ResidencyReport report) {
    return report.chapters().get(0).remarks().stream().map(each -> each.exposure()).toList();
  }

  static JsonNode schema() throws IOException {
    String path = "schemas/report/residency-report.schema.json";
    return new ObjectMapper().readTree(Resources.packaged().read(path));
  }

  static List<String> violations(JsonNode schema, JsonNode document) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema)
        .validate(document)
        .stream()
        .map(Object::toString)
        .toList();
  }

  /** The document is well-formed XML too, so a strict parser can tell what is markup in it. */
  private static Document parsed(String html) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html)));
  }

  private static Stream<Element> elements(Document document, String tag) {
    NodeList nodes = document.getElementsByTagName(tag);
    return Stream.iterate(0, i -> i < nodes.getLength(), i -> i + 1)
        .map(i -> (Element) nodes.item(i));
  }

  private static List<String> ids(Document document) {
    return elements(document, "*")
        .map(element -> element.getAttribute("id"))
        .filter(id -> !id.isEmpty())
        .toList();
  }
}
