package com.cashtrace.infra.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResidencyReportFromCommandTest {

  private static final Path DOCUMENTS =
      GeneratedFile.repository().resolve("cli/src/test/resources/report/residency/from");

  @TempDir Path folder;

  private CommandRun report(String... words) {
    String[] line = new String[words.length + 1];
    line[0] = "residency-report";
    System.arraycopy(words, 0, line, 1, words.length);
    return CommandRun.in(folder, line);
  }

  private void take(String name) throws IOException {
    Files.copy(DOCUMENTS.resolve(name), folder.resolve(name));
  }

  @Test
  void exitsThreeForAForbiddenPlaceAndZeroForNone() throws IOException {
    take("plan-foreign.json");
    take("state-foreign.json");

    CommandRun plan = report("--from", "plan", "--input", "plan-foreign.json");
    CommandRun state = report("--from", "state", "--input", "state-foreign.json");

    assertThat(plan.exitCode()).as(plan.err()).isEqualTo(3);
    assertThat(plan.out()).contains("plan-foreign.json").contains("violation");
    assertThat(state.exitCode()).as(state.out()).isZero();
  }

  @Test
  void judgesByAnotherProfileAndAnotherDay() throws IOException {
    take("state-foreign.json");
    Path file = folder.resolve("state-foreign.json");
    String queue = Files.readString(file);
    String table = queue.replace("aws_sqs_queue", "aws_dynamodb_table");
    Files.writeString(file, table.replace("personal", "payment"));
    String[] words = {
      "--from", "state", "--input", "state-foreign.json", "--profile", "ng-payments", "--as-of", ""
    };

    words[7] = "2026-11-22";
    assertThat(report(words).exitCode()).isZero();
    words[7] = "2027-01-01";
    assertThat(report(words).exitCode()).isEqualTo(3);
  }

  @Test
  void takesClassesFromAFileAndTellsLinesThatNothingNeeds() throws IOException {
    take("plan-foreign.json");
    Path plan = folder.resolve("plan-foreign.json");
    Files.writeString(plan, Files.readString(plan).replace("data-class", "not-a-class"));
    Files.writeString(
        folder.resolve("classes.yaml"), "aws_sqs_queue.*: public\naws_x.y: financial\n");
    String[] words = {"--from", "plan", "--input", "plan-foreign.json", "--as-of", "2026-11-22"};

    CommandRun without = report(words);
    CommandRun with =
        report(
            Stream.concat(Stream.of(words), Stream.of("--classes", "classes.yaml"))
                .toArray(String[]::new));

    assertThat(without.exitCode()).isEqualTo(3);
    assertThat(without.out()).contains("violation[approved-places-african]: aws_sqs_queue.orders");
    assertThat(with.exitCode()).as(with.out()).isZero();
    assertThat(with.out()).doesNotContain("violation[");
    assertThat(with.err()).contains("warning[class-pattern-unused]").contains("'aws_x.y'");

    Files.writeString(folder.resolve("classes.yaml"), "aws_x.y: secret\n");
    CommandRun faulty =
        report(
            Stream.concat(Stream.of(words), Stream.of("--classes", "classes.yaml"))
                .toArray(String[]::new));
    assertThat(faulty.exitCode()).isEqualTo(1);
    assertThat(faulty.err()).contains("error[classes-file]");
    assertThat(report("--classes", "classes.yaml").exitCode()).isEqualTo(64);
  }

  @Test
  void tellsWhatMovedBetweenPlansStatesAndKeptReports() throws IOException {
    take("plan-foreign.json");
    take("state-foreign.json");
    report("--from", "plan", "--input", "plan-foreign.json", "--format", "json", "--out", "k.json");

    CommandRun moved = report("diff", "plan-foreign.json", "state-foreign.json");
    CommandRun same = report("diff", "k.json", "plan-foreign.json");

    assertThat(moved.exitCode()).as(moved.err()).isZero();
    assertThat(moved.out())
        .contains("- stores aws_db_instance.main | at-rest: af-south-1 (ZA)")
        .contains(
            "~ stores aws_sqs_queue.orders | queue: places: eu-west-1 (IE) -> af-south-1 (ZA)");
    assertThat(same.out()).isEqualTo("nothing moved between k.json and plan-foreign.json\n");
    Files.writeString(folder.resolve("other.json"), "{\"name\":1}");
    assertThat(report("diff", "other.json", "plan-foreign.json").exitCode()).isEqualTo(1);
    Files.writeString(folder.resolve("cut.json"), "{\"format_version\":\"1.2\",");
    CommandRun cut = report("diff", "cut.json", "plan-foreign.json");
    assertThat(cut.exitCode()).isEqualTo(1);
    assertThat(cut.err()).contains("error[plan-unreadable]");
  }

  @Test
  void refusesCombinationsThatMakeNoSense() throws IOException {
    take("plan-foreign.json");
    String file = "plan-foreign.json";

    assertThat(report("--from", "plan").exitCode()).isEqualTo(64);
    assertThat(report("--from", "plan").err())
        .contains("--from plan needs --input FILE, or --input - for standard input");
    assertThat(report("--input", file).exitCode()).isEqualTo(64);
    assertThat(report("--input", file).err())
        .contains("--input goes with --from plan and --from state");
    assertThat(report("a", "b", "--from", "plan", "--input", file).exitCode()).isEqualTo(64);
    assertThat(report("--all", "--from", "plan", "--input", file).exitCode()).isEqualTo(64);
    assertThat(report("--from", "cloud", "--input", file).exitCode()).isEqualTo(64);
    assertThat(report("nowhere", "--from", "plan", "--input", file).exitCode()).isEqualTo(64);
  }

  @Test
  void failsForWhatIsNoPlanAndNoState() throws IOException {
    Files.writeString(folder.resolve("cut.json"), "{\"format_version\":\"1.2\",");
    Files.writeString(folder.resolve("other.json"), "{\"name\":1}");
    Files.writeString(
        folder.resolve("raw.json"), "{\"version\":4,\"serial\":7,\"lineage\":\"3f1c\"}");
    take("plan-foreign.json");

    assertFails("cut.json", "error[plan-unreadable]");
    assertFails("other.json", "error[not-a-plan-or-state]");
    assertFails("raw.json", "is a state as terraform stores it");
    assertFails("nowhere.json", "nowhere.json: error[file-missing]");
    assertFails("plan-foreign.json", "'plan-foreign.json' is a plan, and a state is wanted");
    assertFails("-", "'standard input'");
  }

  private void assertFails(String input, String message) {
    CommandRun run = report("--from", "state", "--input", input);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }
}
