package com.cashtrace.infra.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
