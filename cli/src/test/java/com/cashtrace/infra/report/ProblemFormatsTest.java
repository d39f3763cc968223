package com.cashtrace.infra.report;

import static com.cashtrace.infra.report.ReportCase.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.problem.Severity;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What single formats promise. */
class ProblemFormatsTest {

  private static final CheckedFile FILE =
      new CheckedFile("production", "environments/production.yaml");

  private static Problem at(int line, int column, String excerpt) {
    return Problem.error("some-code", "wrong", new Location(FILE.file(), line, column, excerpt));
  }

  private static CheckResult result(Problem... problems) {
    return CheckResult.of(List.of(FILE), List.of(problems));
  }

  @Test
  void countsInWordsThatAgreeWithTheNumber() {
    Problem warning = Problem.warning("w", "odd", Location.ofFile("a.yaml"));
    assertThat(result().summary()).isEqualTo("1 environment, no problems");
    assertThat(result(warning).summary()).isEqualTo("1 environment, 1 warning");
    assertThat(CheckResult.of(List.of(), List.of(at(1, 1, "x"), at(2, 1, "x"), warning)).summary())
        .isEqualTo("0 environments, 2 errors, 1 warning");
  }

  @Test
  void failsForErrorsAndNotForWarnings() {
    Problem warning = Problem.warning("w", "odd", Location.ofFile("a.yaml"));
    assertThat(result(warning).exitCode()).isEqualTo(ExitCode.OK);
    assertThat(result(warning, at(1, 1, "x")).exitCode()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void putsTheCaretUnderTheColumnBehindWideCharactersAndTabs() throws IOException {
    String text = written(new TextProblems(false), result(at(7, 5, "名前\t:x")));
    assertThat(text.lines().skip(1).limit(2))
        .containsExactly("    7 | 名前    :x", "      | " + " ".repeat(9) + "^");
  }

  @Test
  void putsTheCaretBehindTheLineWhereSomethingIsMissingThere() throws IOException {
    String text = written(new TextProblems(false), result(at(7, 4, "abc")));
    assertThat(text).contains("    7 | abc\n      |    ^\n");
    assertThat(written(new TextProblems(false), result(at(7, 99, "abc"))))
        .contains("    7 | abc\n      |    ^\n");
  }

  @Test
  void cutsALongLineAroundTheColumn() throws IOException {
    String line = "a".repeat(5000) + "!" + "b".repeat(5000);
    List<String> lines =
        written(new TextProblems(false), result(at(1, 5001, line))).lines().toList();
    assertThat(lines.get(1)).hasSizeLessThan(150).contains("aaa!bbb");
    assertThat(lines.get(1).charAt(lines.get(2).indexOf('^'))).isEqualTo('!');
  }

  @Test
  void coloursOnlyWhenTold() throws IOException {
    assertThat(written(new TextProblems(false), result(at(1, 1, "x")))).doesNotContain("\u001b");
    assertThat(written(new TextProblems(true), result(at(1, 1, "x"))))
        .contains("\u001b[1;31merror[some-code]\u001b[0m");
  }

  @Test
  void keepsJsonReadableWhateverItHolds() throws IOException {
    String hostile = "\ud800 \u009b \u007f \u202e \u001b \ud83d\ude42 ₦ \"\\";
    Problem problem = Problem.unlocated("some-code", hostile, null);
    String json = written(new JsonProblems(), result(problem));
    assertThat(json).doesNotContain("\u009b").doesNotContain("\u202e").contains("₦");
    assertThat(new ObjectMapper().readTree(json).at("/problems/0/message").asText())
        .isEqualTo(hostile);
  }

  @Test
  void escapesWhatGithubReadsAsSyntax() throws IOException {
    Location place = new Location("a,b:c%.yaml", 3, 0, null);
    Problem problem = new Problem(Severity.NOTE, "x-y", "50%, a: b", place, "and\nso");
    assertThat(written(new GithubProblems(), result(problem)).lines().findFirst())
        .contains(
            "::notice file=a%2Cb%3Ac%25.yaml,line=3,title=x-y::50%25, a: b%0Ahint: and\\u000aso");
  }

  @Test
  void showsNoLineThatHoldsASecretThroughAnotherProblemOfIt() throws IOException {
    CheckResult result = result(at(9, 3, null), at(9, 20, "KEY: hidden"), at(8, 1, "seen"));
    for (ProblemReport report : ReportCase.formats().values()) {
      assertThat(written(report, result)).doesNotContain("hidden");
    }
    assertThat(written(new TextProblems(false), result)).contains("seen");
  }

  @Test
  void givesTheSameFingerprintWhenLinesMove() throws IOException {
    SarifProblems sarif = new SarifProblems("1", ReportCase.kinds());
    String before = fingerprint(written(sarif, result(at(3, 1, "  x: 1"))));
    assertThat(fingerprint(written(sarif, result(at(30, 3, "    x: 1"))))).isEqualTo(before);
    assertThat(fingerprint(written(sarif, result(at(3, 1, "  x: 2"))))).isNotEqualTo(before);
  }

  @Test
  void tellsEqualLinesApartInFingerprints() throws IOException {
    SarifProblems sarif = new SarifProblems("1", ReportCase.kinds());
    String text = written(sarif, result(at(3, 1, "x: 1"), at(5, 1, "x: 1")));
    var results = new ObjectMapper().readTree(text).at("/runs/0/results");
    assertThat(results.get(0).get("partialFingerprints"))
        .isNotEqualTo(results.get(1).get("partialFingerprints"));
  }

  private static String fingerprint(String sarif) throws IOException {
    return new ObjectMapper()
        .readTree(sarif)
        .at("/runs/0/results/0/partialFingerprints")
        .toString();
  }
}
