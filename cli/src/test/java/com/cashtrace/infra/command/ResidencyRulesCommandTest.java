package com.cashtrace.infra.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.GeneratedFile;
import com.cashtrace.infra.document.Resources;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Residency on the command line: the rules, their explanation, and the options of validate. */
class ResidencyRulesCommandTest {

  private static final String OWN =
      """
      title: Decision of the board
      description: Books stay at home.
      rules:
        books-at-home:
          title: Books stay in Nigeria
          classes: [financial]
          governs: [at-rest]
          places: []
          countries: [NG]
          severity: violation
          effectiveFrom: 2027-07-01
          citation: Decision of the board of 2026-11-02
          certainty: company
          meaning: The books of our users stay in Nigeria.
          fix: Move them.
      """;

  @TempDir private Path project;

  @BeforeEach
  void copyTheReferenceEnvironments() throws IOException {
    Path folder = Files.createDirectory(project.resolve("environments"));
    for (String name : new String[] {"base", "development", "staging", "production"}) {
      Path file = GeneratedFile.repository().resolve("environments/" + name + ".yaml");
      Files.copy(file, folder.resolve(name + ".yaml"));
    }
  }

  @Test
  void listsEveryRuleWithItsSourceAndHowWellThatIsKnown() {
    CommandRun run = run("residency", "rules");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains(
            "ng-payments: Payment data in Nigeria",
            "on 2026-11-22: binds from 2027-01-01; elsewhere is a violation",
            "source: Central Bank of Nigeria, circular PSS/DIR/PUB/CIR/001/004",
            "certainty: secondary: what others write about the law was read, not the law itself",
            "certainty: company: a rule of the company's own, no law",
            "none: No rule set")
        .startsWith("always: Transfers out of Nigeria")
        .doesNotContain("compliant");
    assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(101));
  }

  @Test
  void tellsWhatBindsOnTheDayAskedFor() {
    assertThat(run("residency", "rules", "--as-of", "2027-01-01", "--profile", "ng-payments").out())
        .contains("on 2027-01-01: in force since 2027-01-01; elsewhere is a violation")
        .doesNotContain("african-regions:");
  }

  @Test
  void writesRulesForProgramsByTheirSchema() throws IOException {
    JsonNode rules = json(run("residency", "rules", "--format", "json"));

    assertThat(rules.path("asOf").asText()).isEqualTo("2026-11-22");
    JsonNode payments = rules.path("profiles").findValue("rules");
    assertThat(payments).isNotNull();
    assertThat(rules.findValuesAsText("effectiveFrom")).contains("2027-01-01");
    assertThat(rules.findValuesAsText("inForce")).contains("true", "false");
  }

  @Test
  void writesRulesAsMarkdown() {
    assertThat(run("residency", "rules", "--format", "markdown").out())
        .startsWith("# Residency rules on 2026-11-22\n")
        .contains(
            "## Payment data in Nigeria (`ng-payments`)",
            "| `approved-places-payments` Payment transaction data is stored in Nigeria |");
  }

  @Test
  void wantsASubcommandOfResidency() {
    assertThat(run("residency").exitCode()).isEqualTo(64);
    assertThat(run("residency", "rules", "--format", "sarif").exitCode()).isEqualTo(64);
  }

  @Test
  void explainsARuleWithLawCitationCertaintyAndFix() throws IOException {
    CommandRun run = run("explain", "approved-places-payments");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains(
            "source: Central Bank", "certainty: secondary", "meaning: ", "fix: Move the store")
        .doesNotContain("approved-places-payments-keys:");
    assertThat(json(run("explain", "approved-places-payments", "--format", "json")).findValue("id"))
        .hasToString("\"approved-places-payments\"");
    assertThat(run("explain", "transfer-not-recorded").out())
        .contains("Nigeria Data Protection Act 2023, section 41");
    assertThat(run("explain", "waiver-expired").out()).startsWith("waiver-expired: ");
  }

  @Test
  void suggestsTheRuleThatWasMeant() {
    CommandRun run = run("explain", "approved-places-payment");

    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.err()).contains("did you mean 'approved-places-payments'?");
  }

  @Test
  void takesProfilesOfTheProjectEverywhere() throws IOException {
    Path folder = Files.createDirectory(project.resolve("residency"));
    Files.writeString(folder.resolve("board.yaml"), OWN);

    assertThat(run("explain", "books-at-home").out()).contains("Decision of the board");
    assertThat(run("residency", "rules").out()).contains("board: Decision of the board");
    CommandRun before = run("validate", "production", "--profile", "board");
    assertThat(before.exitCode()).isZero();
    assertThat(before.out()).contains("warning[books-at-home]", "from 2027-07-01");
    CommandRun after = run("validate", "production", "--profile", "board", "--as-of", "2027-07-01");
    assertThat(after.exitCode()).isEqualTo(3);
    assertThat(after.out()).contains("error[books-at-home]");
    assertThat(run("validate", "production", "--profile", "board", "--format", "sarif").out())
        .contains("The books of our users stay in Nigeria.", "Decision of the board of 2026-11-02");
  }

  @Test
  void locatesABadProfileOfTheProject() throws IOException {
    Path folder = Files.createDirectory(project.resolve("residency"));
    Files.writeString(folder.resolve("board.yaml"), OWN.replace("[at-rest]", "[at-res]"));

    CommandRun rules = run("residency", "rules");
    assertThat(rules.exitCode()).isEqualTo(3);
    assertThat(rules.err()).contains("residency/board.yaml:7:15: error[not-allowed]");
    assertThat(rules.out()).contains("african-regions:");
    CommandRun validate = run("validate", "production", "--profile", "board");
    assertThat(validate.exitCode()).isEqualTo(3);
    assertThat(validate.out()).contains("residency/board.yaml:7:15: error[not-allowed]");
  }

  @Test
  void findsNothingInTheReferenceEnvironmentsOnAnyDay() {
    for (String day : new String[] {"2026-11-22", "2027-01-01", "2030-01-01"}) {
      CommandRun run = run("validate", "--all", "--as-of", day, "--fail-on", "warning");
      assertThat(run.out()).isEqualTo("3 environments, no problems\n");
      assertThat(run.exitCode()).isZero();
    }
  }

  @Test
  void failsOnWhatItIsToldToFailOn() {
    String[] whatIf = {"validate", "production", "--profile", "ng-payments"};

    assertThat(run(whatIf).exitCode()).isZero();
    assertThat(run(with(whatIf, "--fail-on", "unclear")).exitCode()).isEqualTo(3);
    assertThat(run(with(whatIf, "--fail-on", "warning")).exitCode()).isEqualTo(3);
    assertThat(run(with(whatIf, "--fail-on", "upcoming")).exitCode()).isZero();
    assertThat(run(with(whatIf, "--fail-on", "upcoming,unclear")).exitCode()).isEqualTo(3);
    assertThat(run(with(whatIf, "--fail-on", "everything")).exitCode()).isEqualTo(64);
  }

  @Test
  void tellsUpcomingWithItsDayInEveryForm() throws IOException {
    over("databases: { main: { data: [payment] } }");
    for (String form : new String[] {"text", "json", "sarif", "junit", "github"}) {
      CommandRun run = run("validate", "extra", "--profile", "ng-payments", "--format", form);
      assertThat(run.exitCode()).as(form).isZero();
      assertThat(run.out()).as(form).contains("approved-places-payments", "from 2027-01-01");
    }
    assertThat(
            run("validate", "extra", "--profile", "ng-payments", "--fail-on", "upcoming")
                .exitCode())
        .isEqualTo(3);
    assertThat(
            run("validate", "extra", "--profile", "ng-payments", "--as-of", "2027-01-01")
                .exitCode())
        .isEqualTo(3);
  }

  @Test
  void refusesADayThatIsNoneAndAProfileThatThereIsNot() {
    assertThat(run("validate", "--as-of", "2027-13-01").exitCode()).isEqualTo(64);
    assertThat(run("validate", "--as-of", "2027-13-01").err())
        .contains("'--as-of': '2027-13-01' is no day such as 2027-01-01")
        .doesNotContain("java.");
    CommandRun run = run("validate", "--profile", "ng-payment");
    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.err()).contains("did you mean 'ng-payments'?");
  }

  @Test
  void leadsToTheLineOfAProfileThatASpecMisspells() throws IOException {
    over("residency: { profiles: [african-region] }");

    CommandRun run = run("validate", "extra");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out())
        .contains("environments/extra.yaml:3:25: error[unknown-profile]", "'african-regions'?");
  }

  private void over(String text) throws IOException {
    Path file = project.resolve("environments/extra.yaml");
    Files.writeString(file, "extends: production.yaml\nspecVersion: 1\n" + text + "\n");
  }

  private static String[] with(String[] words, String... more) {
    String[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return all;
  }

  private CommandRun run(String... words) {
    return CommandRun.in(project, words);
  }

  private static JsonNode json(CommandRun run) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    JsonNode schema =
        mapper.readTree(Resources.packaged().read("schemas/report/residency-rules.schema.json"));
    JsonNode document = mapper.readTree(run.out());
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(document))
        .isEmpty();
    return document;
  }
}
