package com.cashtrace.infra.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cashtrace.infra.GeneratedFile;
import com.cashtrace.infra.document.ReadResult;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.file.Digests;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.report.ResidencyChapter;
import com.cashtrace.infra.report.ResidencyChapter.Notice;
import com.cashtrace.infra.report.ResidencyChapter.Origin;
import com.cashtrace.infra.report.ResidencyFormat;
import com.cashtrace.infra.report.ResidencyJson;
import com.cashtrace.infra.report.ResidencyMarkdown;
import com.cashtrace.infra.report.ResidencyReport;
import com.cashtrace.infra.residency.Exposure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResidencyReportFromTest {

  private static final String FOLDER = "cli/src/test/resources/report/residency/from/";
  static final String PLAN_OURS = "plan-ours";
  static final String PLAN_FOREIGN = "plan-foreign";
  static final String STATE_OURS = "state-ours";
  static final String STATE_FOREIGN = "state-foreign";

  @ParameterizedTest
  @ValueSource(strings = {PLAN_OURS, PLAN_FOREIGN, STATE_OURS, STATE_FOREIGN})
  void writesEachFormatAsItsGoldenSays(String name) throws IOException {
    for (Map.Entry<String, ResidencyFormat> format : ResidencyReportTest.formats().entrySet()) {
      String text = ResidencyReportTest.written(format.getValue(), report(name, null));
      new GeneratedFile(FOLDER + name + "/" + format.getKey()).mustBe(text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {PLAN_OURS, PLAN_FOREIGN, STATE_OURS, STATE_FOREIGN})
  void writesJsonAsItsSchemaDescribesIt(String name) throws IOException {
    var document = ResidencyJson.tree(report(name, null));

    assertThat(ResidencyReportTest.violations(ResidencyReportTest.schema(), document)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {PLAN_OURS, STATE_OURS})
  void judgesWhatThisProgramRenderedByItsSpec(String name) throws IOException {
    ResidencyChapter chapter = chapter(name, null);

    assertThat(chapter.name()).isEqualTo("ledger");
    assertThat(chapter.scope().controller()).isEqualTo("Ledger Limited");
    assertThat(chapter.evidence().specSha256()).isNotNull();
    assertThat(chapter.evidence().specFiles()).containsExactly("environments/ledger.yaml");
    assertThat(chapter.stores())
        .singleElement()
        .satisfies(store -> assertThat(store.name()).isEqualTo("databases.main"));
    assertThat(chapter.transfers())
        .filteredOn(transfer -> !transfer.holders().isEmpty())
        .isNotEmpty()
        .allSatisfy(transfer -> assertThat(transfer.name()).isEqualTo("cape-town"));
  }

  @Test
  void judgesWhatIsForeignByAfricanRegionsWithoutASpec() throws IOException {
    ResidencyChapter chapter = chapter(PLAN_FOREIGN, null);

    assertThat(chapter.name()).isEqualTo("plan-foreign.json");
    assertThat(chapter.scope().controller()).isNull();
    assertThat(chapter.evidence().specSha256()).isNull();
    assertThat(chapter.evidence().specFiles()).isEmpty();
    assertThat(chapter.profiles().stream().map(each -> each.profile()))
        .containsExactly("always", "african-regions");
    assertThat(chapter.verdict().exposure()).isEqualTo(Exposure.VIOLATION);
    assertThat(chapter.stores().stream().map(store -> store.name()))
        .containsExactly("aws_db_instance.main", "aws_sqs_queue.orders");
    assertThat(ResidencyReportTest.written(new ResidencyMarkdown(), report(PLAN_FOREIGN, null)))
        .contains("- Controller: not stated");
  }

  @Test
  void judgesWhatIsForeignByTheSpecThatIsNamed() throws IOException {
    ResidencyChapter chapter = chapter(STATE_FOREIGN, "ledger");

    assertThat(chapter.name()).isEqualTo("ledger");
    assertThat(chapter.scope().tier()).isEqualTo("staging");
    assertThat(chapter.evidence().specFiles()).contains("environments/ledger.yaml");
    assertThat(chapter.notices()).extracting(Notice::code).containsExactly("not-compared");
    assertThat(chapter.stores())
        .singleElement()
        .satisfies(store -> assertThat(store.name()).isEqualTo("aws_sqs_queue.orders"));
  }

  @ParameterizedTest
  @ValueSource(strings = {PLAN_OURS, PLAN_FOREIGN, STATE_OURS, STATE_FOREIGN})
  void tellsTheDigestOfEveryByteOfTheDocument(String name) throws IOException {
    var input = chapter(name, null).evidence().input();

    assertThat(input).isNotNull();
    assertThat(input.file()).isEqualTo(name + ".json");
    assertThat(input.sha256()).isEqualTo(digest(name));
    assertThat(input.terraformVersion()).isEqualTo("1.11.4");
  }

  @Test
  void saysThatAStateInJsonHasNoSerialAndNoLineage() throws IOException {
    String state = ResidencyReportTest.written(new ResidencyMarkdown(), report(STATE_OURS, null));
    String plan = ResidencyReportTest.written(new ResidencyMarkdown(), report(PLAN_OURS, null));

    assertThat(state)
        .contains("- Serial of the state: not in the document")
        .contains("- Lineage of the state: not in the document");
    assertThat(plan).doesNotContain("Serial of the state");
  }

  @Test
  void refusesAPlanAsAStateAndTheSpecOfAnotherEnvironment() {
    assertThatThrownBy(() -> scanned(Origin.STATE, PLAN_OURS, null))
        .isInstanceOf(FailureException.class)
        .hasMessage("'plan-ours.json' is a plan, and a state is wanted");
    assertThatThrownBy(() -> scanned(Origin.STATE, STATE_OURS, "other"))
        .isInstanceOf(FailureException.class)
        .hasMessage("'state-ours.json' is tagged as 'ledger', and is to be judged as 'other'");
  }

  @Test
  void findsWhatDiffersFromTheSpec() throws IOException {
    assertThat(chapter(STATE_OURS, null).notices()).isEmpty();
    assertThat(chapter(PLAN_OURS, null).notices()).isEmpty();

    String moved = text(STATE_OURS).replace("af-south-1", "us-gov-west-1");
    String other = text(STATE_OURS).replace("databases_main", "databases_old");
    String tagged =
        text(STATE_OURS).replace("\"managed-by\"", "\"data-class\": \"public\", \"managed-by\"");

    assertThat(told(moved))
        .containsExactly(
            "'databases.main' has at-rest in us-gov-west-1 (US), and the spec declares af-south-1"
                + " (ZA)",
            "'databases.main' has key in us-gov-west-1 (US), and the spec declares af-south-1"
                + " (ZA)");
    assertThat(told(other))
        .containsExactly(
            "the spec declares 'databases.main', and nothing of it is in the state",
            "the state holds 'module.databases_old', and the spec does not have it");
    assertThat(told(tagged))
        .containsExactly(
            "'databases.main' has data of the classes public, and the spec declares personal and"
                + " financial");
  }

  private static List<String> told(String state) {
    ResidencyReport report =
        scanned(Origin.STATE, state.getBytes(UTF_8), "state.json", null).value().orElseThrow();
    assertThat(report.fails()).isTrue();
    assertThat(report.chapters().get(0).notices())
        .allSatisfy(
            notice -> {
              assertThat(notice.code()).isEqualTo("spec-and-state-disagree");
              assertThat(notice.fails()).isTrue();
            });
    return report.chapters().get(0).notices().stream().map(Notice::message).toList();
  }

  private static ResidencyChapter chapter(String name, @Nullable String environment)
      throws IOException {
    return report(name, environment).chapters().get(0);
  }

  /** The SHA-256 of a document, in hex. */
  static String digest(String name) throws IOException {
    return Digests.sha256(bytes(name));
  }

  /** The report on one of the documents. */
  static ResidencyReport report(String name, @Nullable String environment) throws IOException {
    String kind = name.substring(0, name.indexOf('-'));
    return scanned(Origin.valueOf(kind.toUpperCase(Locale.ROOT)), name, environment);
  }

  private static ResidencyReport scanned(Origin origin, String name, @Nullable String environment)
      throws IOException {
    return scanned(origin, bytes(name), name + ".json", environment).value().orElseThrow();
  }

  private static ReadResult<ResidencyReport> scanned(
      Origin origin, byte[] json, String file, @Nullable String environment) {
    var folder = new SpecFolder(GeneratedFile.repository().resolve(FOLDER));
    Resources resources = Resources.packaged();
    Judging judging = Judging.of(folder, resources, LocalDate.of(2026, 11, 22), List.of());
    var document = ResidencyDocument.of(origin, new ByteArrayInputStream(json), file, null);
    return ResidencyReporting.of(folder, resources, judging, "1.2.3")
        .scanned(document, environment, "the day was given", null);
  }

  private static String text(String name) throws IOException {
    return new String(bytes(name), UTF_8);
  }

  private static byte[] bytes(String name) throws IOException {
    Path file = GeneratedFile.repository().resolve(FOLDER + name + ".json");
    return Files.readAllBytes(file);
  }
}
