package com.cashtrace.infra.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResidencyScanCommandTest {

  private static final String AFRICAN = state("af-south-1");
  private static final String FOREIGN = state("eu-west-1");

  @TempDir Path folder;

  private static String state(String region) {
    return "{\"format_version\":\"1.0\",\"terraform_version\":\"1.11.4\",\"values\":{\"root_module\":"
        + "{\"resources\":[{\"address\":\"aws_sqs_queue.q\",\"type\":\"aws_sqs_queue\",\"values\":"
        + "{\"arn\":\"arn:aws:sqs:"
        + region
        + ":111122223333:q\",\"tags\":{\"data-class\":\"personal\"}}}]}}}";
  }

  private CommandRun scan(String... words) {
    String[] line = new String[words.length + 2];
    line[0] = "residency";
    line[1] = "scan";
    System.arraycopy(words, 0, line, 2, words.length);
    return CommandRun.in(folder, line);
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void passesAStateWhoseDataIsInAfrica() throws IOException {
    write("state.json", AFRICAN);

    CommandRun run = scan("state.json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains(
            "state.json: state of terraform 1.11.4, 1 resource; african-regions as of 2026-11-22:"
                + " 1 unclear, 1 ok")
        .contains("state.json: warning[transfer-not-recorded]");
  }

  @Test
  void findsDataAbroadByAddressAndCountsIt() throws IOException {
    write("state.json", FOREIGN);

    CommandRun run = scan("state.json");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out())
        .contains("state.json: error[")
        .contains("aws_sqs_queue.q is in eu-west-1 (IE)")
        .contains(": 1 violation, 1 unclear\n");
  }

  @Test
  void judgesByAnotherDayAndAnotherProfile() throws IOException {
    String table = AFRICAN.replace("aws_sqs_queue", "aws_dynamodb_table");
    write("state.json", table.replace("personal", "payment"));

    assertThat(scan("state.json", "--profile", "ng-payments").exitCode()).isZero();
    assertThat(scan("state.json", "--profile", "ng-payments", "--as-of", "2027-01-01").exitCode())
        .isEqualTo(3);
  }

  @Test
  void readsEveryFileOfAFolderAndGoesOnAfterABadOne() throws IOException {
    write("states/a.json", AFRICAN);
    write("states/b.json", "{");
    write("states/c.json", FOREIGN);
    write("states/d.txt", "no JSON at all");

    CommandRun run = scan("states");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("states/b.json: error[plan-unreadable]")
        .contains("states/a.json: state")
        .contains("states/b.json: not judged")
        .contains("states/c.json: state")
        .doesNotContain("d.txt");
  }

  @Test
  void refusesWhatIsNotThere() throws IOException {
    Files.createDirectories(folder.resolve("empty"));

    assertThat(scan("nowhere.json").exitCode()).isEqualTo(1);
    assertThat(scan("nowhere.json").out()).contains("nowhere.json: error[file-missing]");
    assertThat(scan("empty").exitCode()).isEqualTo(1);
    assertThat(CommandRun.in(folder, "residency").exitCode()).isEqualTo(64);
  }

  @Test
  void takesClassesFromAFileAndTellsLinesThatNothingNeeds() throws IOException {
    write("state.json", FOREIGN.replace("data-class", "other"));
    write("classes.yaml", "aws_sqs_*: public\naws_s3_bucket.gone: [personal]\n");

    CommandRun run = scan("state.json", "--classes", "classes.yaml");

    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(run.out()).contains("classes.yaml:2:1: warning[class-pattern-unused]");
    assertThat(scan("state.json").out()).contains("class-assumed");
  }

  @Test
  void refusesAFaultyFileOfClasses() throws IOException {
    write("state.json", AFRICAN);
    write("classes.yaml", "a: persnal\nb: []\nc: {d: e}\n");

    CommandRun run = scan("state.json", "--classes", "classes.yaml");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("classes.yaml:1:4: error[classes-file]: 'persnal' is no class of data")
        .contains("did you mean 'personal'?")
        .contains("classes.yaml:2:1: error[classes-file]: 'b' has no class")
        .contains("classes.yaml:3:4: error[classes-file]");
  }

  @Test
  void writesEveryForm() throws IOException {
    write("state.json", FOREIGN);

    JsonNode json = new ObjectMapper().readTree(scan("state.json", "--format", "json").out());
    assertThat(json.at("/documents/0/findings/0/place/country").asText()).isEqualTo("IE");
    assertThat(json.at("/documents/0/exposures/violation").asInt()).isEqualTo(1);
    assertThat(json.at("/exitCode").asInt()).isEqualTo(3);
    JsonNode sarif = new ObjectMapper().readTree(scan("state.json", "--format", "sarif").out());
    assertThat(sarif.at("/runs/0/results/0/level").asText()).isEqualTo("error");
    assertThat(scan("state.json", "--format", "junit").out()).contains("<failure");
    assertThat(scan("state.json", "--format", "github").out()).contains("::error file=state.json");
    assertThat(scan("state.json", "--format", "html").exitCode()).isEqualTo(64);
  }
}
