package com.cashtrace.infra.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.GeneratedFile;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.environment.DataClass;
import com.cashtrace.infra.place.Whereabouts.Known;
import com.cashtrace.infra.plan.PlanSummary;
import com.cashtrace.infra.plan.Plans;
import com.cashtrace.infra.plan.StoreGuard;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.residency.Aspect;
import com.cashtrace.infra.residency.Holding;
import com.cashtrace.infra.residency.Judge;
import com.cashtrace.infra.residency.Profiles;
import com.cashtrace.infra.residency.Register;
import com.cashtrace.infra.residency.Role;
import com.cashtrace.infra.residency.Subject;
import com.cashtrace.infra.residency.Verdict;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanReportsTest {

  private static final String GOLDENS = "cli/src/test/resources/report/plans/";
  private static final String SCHEMA = "report/plan-summary.schema.json";

  @ParameterizedTest
  @ValueSource(strings = {"first", "later"})
  void writesEachFormatAsItsGoldenSays(String plan) throws IOException {
    for (var format : formats().entrySet()) {
      String text = written(format.getValue(), judged(plan));
      new GeneratedFile(GOLDENS + plan + "/" + format.getKey()).mustBe(text);
      assertThat(written(format.getValue(), judged(plan))).as("a second time").isEqualTo(text);
      assertThat(text).doesNotContain("tok-7f3a9c", "pay-me-now", "correct-horse-battery");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"first", "later"})
  void writesJsonAsItsSchemaDescribesIt(String plan) throws IOException {
    JsonNode tree = new ObjectMapper().readTree(written(new PlanJson(false), judged(plan)));
    assertThat(ReportCase.violations(ReportCase.schema(SCHEMA), tree)).isEmpty();
  }

  @Test
  void tellsWhereTheDataIsInEveryForm() throws IOException {
    PlanReport report = abroad();

    for (var format : formats().entrySet()) {
      String text = written(format.getValue(), report);
      new GeneratedFile(GOLDENS + "abroad/" + format.getKey()).mustBe(text);
      assertThat(text).contains("approved-places-african").containsPattern("1 vio|violation\": 1");
    }
    JsonNode tree = new ObjectMapper().readTree(written(new PlanJson(false), report));
    assertThat(ReportCase.violations(ReportCase.schema(SCHEMA), tree)).isEmpty();
    assertThat(tree.at("/residency/exposures/violation").asInt()).isEqualTo(1);
    assertThat(tree.at("/residency/profiles/0").asText()).isEqualTo("african-regions");
    assertThat(report.exitCode(true)).isEqualTo(ExitCode.FINDINGS);
  }

  /** A plan that puts a queue abroad. */
  private static PlanReport abroad() {
    var queue = new Subject("aws_sqs_queue.q", "aws_sqs_queue", null, null, null);
    var ireland = new Known("aws", "eu-west-1", null, "IE");
    var holding =
        new Holding(
            queue,
            EnumSet.of(DataClass.PERSONAL),
            Aspect.QUEUE,
            Role.PLACEMENT,
            ireland,
            "Amazon Web Services",
            "is in eu-west-1 (IE)");
    Verdict verdict =
        new Judge(Profiles.read(Resources.packaged(), null))
            .judge(
                List.of(holding),
                Register.none(),
                LocalDate.of(2026, 11, 22),
                List.of("african-regions"));
    String change = Plans.change("aws_sqs_queue.q", "\"create\"", "null", "{\"name\":\"q\"}");
    PlanReport report = report(Plans.of(change), verdict.problems());
    return new PlanReport(
        report.environment(),
        report.summary(),
        verdict,
        report.problems(),
        report.provider(),
        report.arguments(),
        report.duration(),
        report.kept());
  }

  @Test
  void theSchemaTakesItsOwnExampleAndNothingElse() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(ReportCase.schema(SCHEMA));
    JsonNode example = schema.at("/examples/0");
    assertThat(ReportCase.violations(schema.toString(), example)).isEmpty();
    JsonNode odd = example.deepCopy();
    ((ObjectNode) odd).put("surprise", 1);
    assertThat(ReportCase.violations(schema.toString(), odd)).isNotEmpty();
  }

  @Test
  void describesProblemsAsTheReportOfProblemsDoes() throws IOException {
    var mapper = new ObjectMapper();
    assertThat(mapper.readTree(ReportCase.schema(SCHEMA)).at("/$defs/problem"))
        .isEqualTo(
            mapper.readTree(ReportCase.schema("report/problems.schema.json")).at("/$defs/problem"));
  }

  @Test
  void returnsChangesOnlyWhenAskedAndFindingsInAnyCase() {
    assertThat(report(Plans.text("first"), List.of()).exitCode(false)).isEqualTo(ExitCode.OK);
    assertThat(report(Plans.text("first"), List.of()).exitCode(true)).isEqualTo(ExitCode.CHANGES);
    assertThat(report(Plans.of(), List.of()).exitCode(true)).isEqualTo(ExitCode.OK);
    assertThat(judged("later").exitCode(true)).isEqualTo(ExitCode.FINDINGS);
    Problem warning = Problem.warning("w", "odd", Location.ofFile("a.tf"));
    assertThat(report(Plans.of(), List.of(warning)).exitCode(true)).isEqualTo(ExitCode.OK);
  }

  @Test
  void endsWithAVerdict() throws IOException {
    assertThat(report(Plans.of(), List.of()).verdict())
        .isEqualTo("Verdict: passed, nothing changes");
    assertThat(report(Plans.text("first"), List.of()).verdict())
        .isEqualTo("Verdict: passed, no store is destroyed");
    assertThat(report(Plans.text("later"), List.of()).verdict())
        .isEqualTo("Verdict: passed, with leave to destroy 3 stores");
    assertThat(judged("later").verdict()).isEqualTo("Verdict: refused, 3 errors");
    String text = written(new PlanText(false), judged("later"));
    assertThat(text).endsWith("Verdict: refused, 3 errors\n");
  }

  @Test
  void recordsArgumentsWithoutTheValuesOfVariables() {
    String given =
        "TF_CLI_ARGS_plan=-target=a -var pin=8421 -var='token=a b' -var \"x=1 2\" -var y='3 4'"
            + " -var-file=z";
    PlanSummary summary = Plans.summary(Plans.of());

    assertThat(
            new PlanReport("test", summary, null, List.of(), "", List.of(given), null, null)
                .arguments())
        .containsExactly(
            "TF_CLI_ARGS_plan=-target=a -var pin=(sensitive) -var=token=(sensitive)"
                + " -var x=(sensitive) -var y=(sensitive) -var-file=z");
  }

  @Test
  void coloursOnlyWhenTold() throws IOException {
    assertThat(written(new PlanText(false), judged("later"))).doesNotContain("\u001b");
    assertThat(written(new PlanText(true), judged("later")))
        .contains("\u001b[31mVerdict: refused, 3 errors\u001b[0m");
  }

  @Test
  void keepsLinesShortEnoughToRead() throws IOException {
    String text = written(new PlanText(false), judged("first"));
    assertThat(text.lines().filter(line -> line.startsWith("  ")))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(110));
  }

  @Test
  void fitsACommentOfGithubAndClosesWhatItOpens() throws IOException {
    String[] changes = new String[600];
    for (int i = 0; i < changes.length; i++) {
      String address = "module.services_s" + i + ".aws_ecs_service." + "long_".repeat(20);
      changes[i] = Plans.change(address, "\"delete\"", "{}", "null");
    }

    String text = written(new PlanMarkdown(), report(Plans.of(changes), List.of()));

    assertThat(text.length()).isLessThanOrEqualTo(PlanMarkdown.LONGEST);
    assertThat(text).contains(" left out. The text and JSON forms hold everything.\n");
    assertThat(count(text, "<details>")).isPositive().isEqualTo(count(text, "</details>"));
    assertThat(count(text, "```") % 2).isZero();
  }

  @Test
  void givesForeignTextNoPowerOverMarkdownOrTheTerminal() throws IOException {
    String hostile = "``` </details> @everyone | <script> \\u001b[2J";
    String change =
        Plans.change(
            "module.services_api.aws_x.y",
            "\"update\"",
            "{\"a\":\"x\"}",
            "{\"a\":\"" + hostile + "\"}");
    PlanReport report = report(Plans.of(change), List.of());

    String markdown = written(new PlanMarkdown(), report);
    assertThat(markdown).contains("````diff\n");
    String outside = markdown.replaceAll("(?s)(````+).*?\\1\n", "");
    assertThat(outside).doesNotContain("@everyone", "<script>");
    for (PlanReport.Format format : formats().values()) {
      assertThat(written(format, report)).doesNotContain("\u001b[2J");
    }
  }

  @Test
  void countsTheDifferencesThatItLeavesOutAndSaysWhenOnlyASecretChanges() throws IOException {
    var before = new StringBuilder("{\"z\":0");
    var after = new StringBuilder("{\"z\":0");
    for (int i = 0; i < 30; i++) {
      before.append(",\"a").append(i).append("\":1");
      after.append(",\"a").append(i).append("\":2");
    }
    String many = Plans.change("aws_x.many", "\"update\"", before + "}", after + "}");
    String secret =
        Plans.change("aws_x.secret", "\"update\"", "{\"password\":\"a\"}", "{\"password\":\"b\"}");

    String text = written(new PlanText(false), report(Plans.of(many, secret), List.of()));

    assertThat(text).contains("and 18 more\n").contains("a sensitive value or its mark changes\n");
  }

  private static Map<String, PlanReport.Format> formats() {
    Map<String, PlanReport.Format> formats = new TreeMap<>();
    formats.put("plain.txt", new PlanText(false));
    formats.put("report.json", new PlanJson(true));
    formats.put("comment.md", new PlanMarkdown());
    return formats;
  }

  private static PlanReport judged(String plan) {
    PlanSummary summary = Plans.summary(Plans.text(plan));
    List<Problem> problems =
        new StoreGuard(Set.of())
            .judge(summary.losses(), address -> new Location("environments/test.yaml", 7, 3, null));
    return report(Plans.text(plan), problems);
  }

  private static PlanReport report(String plan, List<Problem> problems) {
    return new PlanReport(
        "test",
        Plans.summary(plan),
        null,
        problems,
        "provider from the mirror '/srv/mirror'",
        List.of("TF_CLI_ARGS_plan=-parallelism=3"),
        Duration.ofMillis(12_300),
        null);
  }

  private static String written(PlanReport.Format format, PlanReport report) throws IOException {
    var out = new StringBuilder();
    format.write(report, out);
    return out.toString();
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
