package com.cashtrace.infra.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cashtrace.infra.GeneratedFile;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.report.ResidencyDiff;
import com.cashtrace.infra.report.ResidencyJson;
import com.cashtrace.infra.report.ResidencyReport;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResidencyDiffTest {

  private static final LocalDate BEFORE = LocalDate.of(2026, 11, 22);
  private static final LocalDate BINDING = LocalDate.of(2027, 1, 1);

  @TempDir private Path folder;

  @Test
  void findsNothingBetweenAReportAndItself() throws IOException {
    keep("one.json", ResidencyCases.shop(BEFORE));

    ResidencyDiff diff = comparison().compare("one.json", "one.json");

    assertThat(diff.moves()).isEmpty();
    assertThat(text(diff)).isEqualTo("nothing moved between one.json and one.json\n");
  }

  @Test
  void tellsWhatADayChanges() throws IOException {
    keep("one.json", ResidencyCases.shop(BEFORE));
    keep("two.json", ResidencyCases.shop(BINDING));

    assertThat(text(comparison().compare("one.json", "two.json")))
        .contains("  ~ report report: asOf: 2026-11-22 -> 2027-01-01\n")
        .contains("  ~ stores databases.payments | at-rest: exposure: upcoming -> violation\n");
  }

  @Test
  void tellsWhichDataMoved() throws IOException {
    keep("one.json", ResidencyCases.shop(BEFORE));
    keep("two.json", ResidencyCases.hostile(BEFORE));

    ResidencyDiff diff = comparison().compare("one.json", "two.json");

    assertThat(diff.moves()).anyMatch(m -> m.part().equals("stores") && m.change().equals("added"));
    assertThat(comparison().compare("two.json", "one.json").moves())
        .anyMatch(m -> m.part().equals("stores") && m.change().equals("removed"));
    assertThat(text(diff)).doesNotContain("\u001b");
  }

  @Test
  void comparesEnvironmentsAsTheyAre() throws IOException {
    assertThat(text(comparison().compare("staging", "production")))
        .contains("  ~ stores databases.main | at-rest: replicas: ")
        .doesNotContain("transfers");
  }

  @Test
  void comparesAKeptReportWithTheEnvironment() throws IOException {
    keep("kept.json", ResidencyReportTest.reference("production", BEFORE));

    assertThat(comparison().compare("kept.json", "production").moves()).isEmpty();
  }

  @Test
  void writesJsonAsItsSchemaDescribesIt() throws IOException {
    keep("one.json", ResidencyCases.shop(BEFORE));
    keep("two.json", ResidencyCases.hostile(BINDING));
    StringBuilder json = new StringBuilder();
    comparison().compare("one.json", "two.json").json(json);
    String schema = Resources.packaged().read("schemas/report/residency-diff.schema.json");
    var mapper = new ObjectMapper();

    assertThat(
            ResidencyReportTest.violations(
                mapper.readTree(schema), mapper.readTree(json.toString())))
        .isEmpty();
  }

  @Test
  void refusesWhatIsNoReport() throws IOException {
    Files.writeString(folder.resolve("other.json"), "{\"formatVersion\": 1}");
    Files.writeString(folder.resolve("cut.json"), "{\"formatVersion\": 1, \"asOf\": ");

    for (String name : List.of("other.json", "cut.json", "missing.json")) {
      assertThatThrownBy(() -> comparison().compare(name, name))
          .as(name)
          .isInstanceOf(FailureException.class);
    }
  }

  private void keep(String name, ResidencyReport report) throws IOException {
    StringBuilder json = new StringBuilder();
    new ResidencyJson().write(report, json);
    Files.writeString(folder.resolve(name), json);
  }

  private ResidencyComparison comparison() {
    var specs = new SpecFolder(GeneratedFile.repository());
    Resources resources = Resources.packaged();
    Judging judging = Judging.of(specs, resources, BEFORE, List.of());
    ResidencyReporting reporting = ResidencyReporting.of(specs, resources, judging, "1.2.3");
    return new ResidencyComparison(resources, folder, reporting, "the day was given");
  }

  private static String text(ResidencyDiff diff) throws IOException {
    StringBuilder out = new StringBuilder();
    diff.text(out);
    return out.toString();
  }
}
