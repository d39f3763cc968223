package com.cashtrace.infra.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cashtrace.infra.GeneratedFile;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.file.Digests;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.report.ResidencyChapter;
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
  private static final String PLAN_OURS = "plan-ours";
  private static final String PLAN_FOREIGN = "plan-foreign";
  private static final String STATE_OURS = "state-ours";
  private static final String STATE_FOREIGN = "state-foreign";

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

    assertThat(chapter.name()).isEqualTo("production");
    assertThat(chapter.scope().controller()).isEqualTo("CashTrace Limited");
    assertThat(chapter.evidence().specSha256()).isNotNull();
    assertThat(chapter.evidence().specFiles()).contains("environments/production.yaml");
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
    ResidencyChapter chapter = chapter(STATE_FOREIGN, "staging");

    assertThat(chapter.name()).isEqualTo("staging");
    assertThat(chapter.scope().tier()).isEqualTo("staging");
    assertThat(chapter.evidence().specFiles()).contains("environments/staging.yaml");
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
    assertThat(input.sha256()).isEqualTo(Digests.sha256(bytes(name)));
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
    assertThatThrownBy(() -> scanned(Origin.STATE, STATE_OURS, "staging"))
        .isInstanceOf(FailureException.class)
        .hasMessage(
            "'state-ours.json' is tagged as 'production', and is to be judged as 'staging'");
  }

  private static ResidencyChapter chapter(String name, @Nullable String environment)
      throws IOException {
    return report(name, environment).chapters().get(0);
  }

  private static ResidencyReport report(String name, @Nullable String environment)
      throws IOException {
    String kind = name.substring(0, name.indexOf('-'));
    return scanned(Origin.valueOf(kind.toUpperCase(Locale.ROOT)), name, environment);
  }

  private static ResidencyReport scanned(Origin origin, String name, @Nullable String environment)
      throws IOException {
    var folder = new SpecFolder(GeneratedFile.repository());
    Resources resources = Resources.packaged();
    Judging judging = Judging.of(folder, resources, LocalDate.of(2026, 11, 22), List.of());
    var json = new ByteArrayInputStream(bytes(name));
    return ResidencyReporting.of(folder, resources, judging, "1.2.3")
        .scanned(
            new ResidencyDocument(origin, json, name + ".json"), environment, "the day was given")
        .value()
        .orElseThrow();
  }

  private static byte[] bytes(String name) throws IOException {
    Path file = GeneratedFile.repository().resolve(FOLDER + name + ".json");
    return Files.readAllBytes(file);
  }
}
