package com.cashtrace.infra.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.PackagedProgram;
import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.emulator.Emulator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills {@code plan}, {@code apply} and {@code destroy}, with the terraform that they run or
 * without it, see {@link Kills}. Whatever that leaves: the state can be read, the trail verifies,
 * and once the lock of the dead is released, one more run of the same command ends in the same
 * place.
 */
class OnlineKillsIT {

  private static final String ENV = OnlineProject.SHOP;
  private static final Pattern PUSH = Pattern.compile("state push shop (\\S+)'");

  private static final Pattern RESTORE = Pattern.compile("'state restore shop (\\S+)' has");

  /** A rough one; a command that ends before has an undisturbed run. */
  private static final Kills.Span SPAN = new Kills.Span(8_000, 24);

  @RegisterExtension static final Emulator EMULATOR = new Emulator();

  @TempDir Path folder;
  private final Kills kills = Kills.by(EMULATOR);
  private OnlineProject project;
  private OnlineProject.Person ada;

  @BeforeEach
  void makeAProject() throws Exception {
    BackendTerraform.require();
    project = OnlineProject.in(EMULATOR, folder);
    ada = project.as("infra-apply", "ada");
    project.bootstrap(ENV);
  }

  @TestFactory
  Stream<DynamicTest> endsInTheSamePlaceWhereverItWasKilled() {
    return IntStream.rangeClosed(1, (Kills.NUMBER + 2) / 3)
        .boxed()
        .flatMap(number -> Stream.of("plan", "apply", "destroy").map(word -> test(word, number)));
  }

  private DynamicTest test(String command, int number) {
    String name = command + " " + number + " of seed " + Kills.SEED;
    return DynamicTest.dynamicTest(name, () -> isKilled(command, number));
  }

  private void isKilled(String command, int number) throws Exception {
    String greeting = command + " " + number;
    if (command.equals("destroy")) {
      make();
    } else {
      project.resources(greeting);
    }
    String[] words = words(command);
    PackagedProgram program = new PackagedProgram(folder, ada.variables());
    kills.kill(program, SPAN, withTemplates(words));

    verifies();
    releaseLocks();
    mendDigest();
    CommandRun again = ada.run(words);
    Matcher push = PUSH.matcher(again.err());
    if (push.find()) {
      succeeds(ada.run("state", "push", ENV, push.group(1)));
      again = ada.run(words);
    }
    succeeds(again);
    verifies();
    assertThat(ada.run("state", "status", ENV).out())
        .doesNotContain("held by", "note ", "no Terraform state");
    isDone(command, greeting);
  }

  private static String[] words(String command) {
    return command.equals("plan")
        ? new String[] {command, ENV}
        : new String[] {command, ENV, "--yes"};
  }

  private static String[] withTemplates(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--templates", "templates", "--modules", "modules"));
    return all.toArray(String[]::new);
  }

  private void make() throws IOException {
    project.resources("to be destroyed");
    succeeds(ada.run("apply", ENV, "--yes"));
  }

  private static void succeeds(CommandRun run) {
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
  }

  private void verifies() {
    succeeds(ada.run("audit", "verify", ENV));
    assertThat(ada.run("state", "status", ENV).out()).doesNotContain("no Terraform state");
  }

  /** All that held one are dead. */
  private void releaseLocks() {
    ada.run("state", "status", ENV)
        .out()
        .lines()
        .filter(line -> line.contains("held by"))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .distinct()
        .forEach(id -> succeeds(ada.run("state", "unlock", ENV, id)));
  }

  /** Terraform was killed after it wrote the state and before it noted that in the table. */
  private void mendDigest() {
    Matcher restore = RESTORE.matcher(ada.run("state", "status", ENV).out());
    if (restore.find()) {
      succeeds(ada.run("state", "restore", ENV, restore.group(1)));
    }
  }

  private void isDone(String command, String greeting) throws IOException {
    JsonNode newest =
        json("audit", "show", ENV, "--kind", command, "--limit", "1").at("/records/0/details");
    if (command.equals("plan")) {
      assertThat(newest.path("verdict").asText()).isEqualTo("passed");
      return;
    }
    assertThat(newest.path("phase").asText()).isEqualTo("ended");
    assertThat(newest.path("outcome").asText()).isEqualTo("done");
    String state = state();
    if (command.equals("apply")) {
      assertThat(state).contains("\"" + greeting + "\"");
      assertThat(ada.run("plan", ENV, "--detailed-exitcode").exitCode()).as("no change").isZero();
    } else {
      assertThat(new ObjectMapper().readTree(state).path("resources")).isEmpty();
    }
  }

  private JsonNode json(String... words) throws IOException {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--format", "json"));
    CommandRun run = ada.run(all.toArray(String[]::new));
    succeeds(run);
    return new ObjectMapper().readTree(run.out());
  }

  private String state() {
    try (Aws aws = project.aws()) {
      return aws.s3()
          .getObjectAsBytes(b -> b.bucket(OnlineProject.BUCKET).key(ENV + "/terraform.tfstate"))
          .asUtf8String();
    }
  }
}
