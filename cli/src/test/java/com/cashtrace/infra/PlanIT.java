package com.cashtrace.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.cashtrace.infra.PackagedProgram.Result;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code plan --offline} of the packaged program with the real terraform and the real provider. */
@Timeout(600)
class PlanIT {

  private static final String SCRATCH = "build/.offline/";

  @TempDir Path folder;
  private PackagedProgram program = new PackagedProgram(Path.of("."), Map.of());

  @BeforeEach
  void makeAProject() throws Exception {
    requireTerraform();
    // These would break or change the plan if terraform or its provider got to see them.
    program =
        PackagedProgram.in(folder)
            .with("AWS_PROFILE", "nobody")
            .with("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
            .with("TF_DATA_DIR", folder.resolve("elsewhere").toString());
  }

  @Test
  void plansTheWholeProductionEnvironment() throws Exception {
    Result result = program.run("plan", "production", "--offline", "--format", "json");

    assertThat(result.exitCode()).as(result.err()).isZero();
    JsonNode plan = new ObjectMapper().readTree(result.out());
    assertThat(plan.at("/total/create").asInt()).isGreaterThan(100);
    assertThat(plan.at("/total/delete").asInt()).isZero();
    assertThat(plan.at("/components").findValuesAsText("name"))
        .contains("network", "services.api", "databases.main", "caches.sessions");
    assertThat(plan.path("verdict").asText()).isEqualTo("Verdict: passed, no store is destroyed");
    assertThat(folder.resolve("elsewhere")).doesNotExist();
  }

  @Test
  void letsTerraformFinishAnInterruptedPlanAndSkipsInitTheSecondTime() throws Exception {
    Process process = program.start(List.of(), "plan", "development", "--offline", "--out", "kept");
    awaitChild(process, "plan");
    Thread.sleep(500);
    new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();

    Result interrupted = program.end(process);
    assertThat(interrupted.exitCode()).as(interrupted.err()).isEqualTo(130);
    assertThat(folder.resolve("kept")).doesNotExist();
    assertThat(folder.resolve(SCRATCH + "development/tfplan")).doesNotExist();
    FileTime initialised = initialised("development");

    Result next =
        program.run("plan", "development", "--offline", "--detailed-exitcode", "--out", "kept");

    assertThat(next.exitCode()).as(next.err()).isEqualTo(2);
    assertThat(next.out()).contains("\nVerdict: passed, no store is destroyed\n");
    assertThat(folder.resolve("kept/tfplan")).isNotEmptyFile();
    assertThat(initialised("development")).as("time of the init").isEqualTo(initialised);
    assertThat(folder.resolve("elsewhere")).doesNotExist();
  }

  private FileTime initialised(String environment) throws IOException {
    Path root = folder.resolve(SCRATCH + environment + "/root");
    return Files.getLastModifiedTime(root.resolve(".terraform/modules/modules.json"));
  }

  /** A child that is about to become another program still shows the words of its parent. */
  private static void awaitChild(Process process, String command) throws InterruptedException {
    while (process.isAlive()
        && process.descendants().noneMatch(child -> command.equals(firstWord(child)))) {
      Thread.sleep(50);
    }
  }

  private static String firstWord(ProcessHandle process) {
    return process.info().arguments().map(words -> words.length == 0 ? "" : words[0]).orElse("");
  }

  /** In CI terraform has to be there; elsewhere the test says why it is skipped. */
  private static void requireTerraform() throws Exception {
    boolean there =
        new ProcessBuilder("/bin/sh", "-c", "command -v terraform")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor()
            == 0;
    if (System.getenv("CI") == null) {
      assumeThat(there).as("this machine has no terraform").isTrue();
    }
    assertThat(there).as("this machine has no terraform").isTrue();
  }
}
