package com.cashtrace.infra.residency;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.document.ReadResult;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.residency.ResidencyRule.Certainty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilesTest {

  private static final String OWN =
      """
      title: Books at home
      description: A rule of our own.
      rules:
        books-at-home:
          title: Books stay in Nigeria
          classes: [financial]
          governs: [at-rest]
          places: []
          countries: [NG]
          severity: violation
          effectiveFrom: 2028-02-29
          citation: Decision of the board of 2026-11-02
          certainty: company
          meaning: Books stay at home.
          fix: Move them.
      """;

  @TempDir private Path own;

  private final Profiles packaged = Profiles.read(Resources.packaged(), null);

  @Test
  void bringsTheProfilesOfTheProgram() {
    assertThat(packaged.names())
        .containsExactly("african-regions", "ng-payments", "ng-sovereign", "ng-telecom", "none");
    assertThat(packaged.names()).allSatisfy(name -> assertThat(read(packaged, name)).isNotNull());
  }

  @Test
  void gaugesEveryRuleByItsSource() {
    for (Profile profile : packaged.all()) {
      for (ResidencyRule rule : profile.rules()) {
        assertThat(rule.citation()).as(rule.id()).isNotBlank();
        assertThat(rule.certainty())
            .as("nobody has read the text of the law itself yet: %s", rule.id())
            .isNotEqualTo(Certainty.PRIMARY);
        assertThat(rule.certainty() == Certainty.COMPANY)
            .as(rule.id())
            .isEqualTo(rule.citation().contains("CashTrace"));
      }
    }
  }

  @Test
  void givesEachRuleANameOfItsOwn() {
    assertThat(packaged.all().stream().flatMap(p -> p.rules().stream()).map(ResidencyRule::id))
        .doesNotHaveDuplicates();
  }

  @Test
  void knowsTheDayOfTheCircularOfTheCentralBank() {
    ResidencyRule rule = read(packaged, "ng-payments").rules().get(0);
    assertThat(rule.effectiveFrom()).isEqualTo(LocalDate.of(2027, 1, 1));
    assertThat(rule.citation()).contains("PSS/DIR/PUB/CIR/001/004");
    assertThat(rule.governs()).containsExactly(Aspect.AT_REST, Aspect.BACKUP);
  }

  @Test
  void addsAProfileOfTheCompanysOwn() throws IOException {
    Files.writeString(own.resolve("board.yaml"), OWN);
    Profiles profiles = Profiles.read(Resources.packaged(), own);

    assertThat(profiles.names()).contains("board", "african-regions");
    assertThat(read(profiles, "board").rules().get(0).effectiveFrom())
        .isEqualTo(LocalDate.of(2028, 2, 29));
  }

  @Test
  void putsAProfileOfTheCompanysOwnInThePlaceOfTheProgramsOne() throws IOException {
    Files.writeString(own.resolve("ng-payments.yaml"), OWN);

    Profiles profiles = Profiles.read(Resources.packaged(), own);

    assertThat(read(profiles, "ng-payments").title()).isEqualTo("Books at home");
    assertThat(profiles.names()).hasSize(5);
  }

  @Test
  void locatesWhatIsWrongWithAFile() throws IOException {
    Files.writeString(
        own.resolve("board.yaml"),
        OWN.replace("[financial]", "[money]").replace("    certainty: company\n", ""));

    List<String> problems =
        Profiles.read(Resources.packaged(), own).profile("board").problems().stream()
            .map(problem -> problem.location() + " " + problem.code())
            .toList();

    assertThat(problems)
        .containsExactlyInAnyOrder(
            "residency/board.yaml:6:15 not-allowed", "residency/board.yaml:4:3 missing-key");
  }

  @Test
  void locatesWhatIsNoYamlAndWhatIsNoFile() throws IOException {
    Files.writeString(own.resolve("board.yaml"), "title: [");
    Files.createDirectory(own.resolve("folder.yaml"));
    Profiles profiles = Profiles.read(Resources.packaged(), own);

    assertThat(codes(profiles.profile("board"))).containsExactly("yaml-syntax");
    assertThat(codes(profiles.profile("folder"))).containsExactly("file-unreadable");
  }

  @Test
  void letsNobodyTakeThePlaceOfTheLaw() throws IOException {
    Files.writeString(own.resolve("always.yaml"), OWN);
    Files.writeString(
        own.resolve("board.yaml"), OWN.replace("books-at-home", "transfer-not-recorded"));
    Profiles profiles = Profiles.read(Resources.packaged(), own);

    assertThat(codes(profiles.profile("always"))).containsExactly("profile-reserved");
    assertThat(codes(profiles.profile("board"))).containsExactly("profile-reserved");
    assertThat(profiles.names()).doesNotContain("always");
    assertThat(profiles.always().rules()).extracting(ResidencyRule::id).hasSize(1);
  }

  @Test
  void checksProfilesThatCameInWithSchemasOfTheUsersOwn() throws IOException {
    Path schemas = own.resolve("schemas");
    Files.createDirectories(schemas.resolve("residency"));
    for (String file : List.of("residency/profile.schema.json", "residency/none.yaml")) {
      Files.writeString(
          schemas.resolve(file),
          Resources.packaged().read("schemas/" + file).replace("rules: {}", "rulez: {}"));
    }

    Profiles profiles = Profiles.read(new Resources(Map.of("schemas", schemas)), null);

    assertThat(codes(profiles.profile("none"))).contains("unknown-key", "missing-key");
  }

  @Test
  void readsOnlyWhatIsAskedFor() throws IOException {
    Files.writeString(own.resolve("board.yaml"), "title: [");

    Profiles profiles = Profiles.read(Resources.packaged(), own);

    assertThat(read(profiles, "african-regions").rules()).isNotEmpty();
  }

  private static Profile read(Profiles profiles, String name) {
    return profiles.profile(name).value().orElseThrow();
  }

  private static Stream<String> codes(ReadResult<Profile> result) {
    return result.problems().stream().map(Problem::code);
  }
}
