package com.cashtrace.infra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.PackagedProgram.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code residency scan} of the packaged program on more than fits into its memory. */
@Timeout(300)
class ResidencyScanSizeIT {

  private static final long GIGABYTE = 1_000_000_000L;
  private static final int POLICY = 100_000;
  private static final String STATEMENT =
      "{\\\"Sid\\\":\\\"s%06d\\\",\\\"Effect\\\":\\\"Allow\\\",\\\"Action\\\":[\\\"sqs:SendMessage\\\"]},";
  private static final String HEAD =
      "{\"format_version\":\"1.0\",\"terraform_version\":\"1.11.4\",\"values\":{\"root_module\":"
          + "{\"resources\":[";

  private static final String END = "\",\"tags\":{\"data-class\":\"personal\"}}}";

  @TempDir Path folder;

  @Test
  void scansAGigabyteOfStateInAHeapOf64Megabytes() throws Exception {
    PackagedProgram.in(folder);
    Process process = start("-Xmx64m", "residency", "scan", "-", "--as-of", "2026-11-22");
    long written;
    int queues;
    try (OutputStream json = process.getOutputStream()) {
      json.write(HEAD.getBytes(UTF_8));
      byte[] policy = policy();
      written = HEAD.length();
      for (queues = 0; written < GIGABYTE; queues++) {
        byte[] start = start(queues, queues == 7 ? "eu-west-1" : "af-south-1").getBytes(UTF_8);
        json.write(start);
        json.write(policy);
        json.write(END.getBytes(UTF_8));
        written += start.length + policy.length + END.length();
      }
      json.write("]}}}".getBytes(UTF_8));
    }

    Result result = end(process);

    assertThat(written).isGreaterThanOrEqualTo(GIGABYTE);
    assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(3);
    assertThat(result.out())
        .contains("error[approved-places-african]: aws_sqs_queue.q[7] is in eu-west-1 (IE)")
        .contains(
            "standard input: state of terraform 1.11.4, "
                + queues
                + " resources; african-regions as of 2026-11-22: 1 violation, 1 unclear, "
                + (queues - 1)
                + " ok");
  }

  @Test
  void refusesATextLongerThanAnyPlanHasAndNeedsNoMemoryForIt() throws Exception {
    PackagedProgram.in(folder);
    Process process = start("-Xmx96m", "residency", "scan", "-");
    try (OutputStream json = process.getOutputStream()) {
      json.write((HEAD + start(0, "af-south-1")).getBytes(UTF_8));
      byte[] more = "x".repeat(1_000_000).getBytes(UTF_8);
      for (int i = 0; i < 200; i++) {
        json.write(more);
      }
    } catch (IOException e) {
      // it has read enough, and closed its end
      assertThat(e).hasMessageContaining("Broken pipe");
    }

    Result result = end(process);

    assertThat(result.exitCode()).as(result.err()).isEqualTo(1);
    assertThat(result.out() + result.err())
        .contains("error[plan-unreadable]", "has a longer text, than any plan")
        .doesNotContain("OutOfMemory");
  }

  @Test
  void scansAFileAndEachFileOfAFolder() throws Exception {
    PackagedProgram program = PackagedProgram.in(folder);
    Path plans = Files.createDirectories(folder.resolve("plans"));
    String end = "x" + END + "]}}}";
    Files.writeString(plans.resolve("home.json"), HEAD + start(0, "af-south-1") + end);
    Files.writeString(plans.resolve("abroad.json"), HEAD + start(0, "eu-west-1") + end);

    Result one = program.run("residency", "scan", "plans/home.json", "--as-of", "2026-11-22");
    Result all = program.run("residency", "scan", "plans", "--as-of", "2026-11-22");

    assertThat(one.exitCode()).as(one.err()).isZero();
    assertThat(one.out()).contains("plans/home.json: state of terraform 1.11.4, 1 resource; ");
    assertThat(all.exitCode()).isEqualTo(3);
    assertThat(all.out())
        .contains("plans/abroad.json: error[approved-places-african]")
        .contains("plans/home.json: state of terraform 1.11.4, 1 resource; ");
  }

  private static String start(int index, String region) {
    return (index == 0 ? "" : ",")
        + "{\"address\":\"aws_sqs_queue.q["
        + index
        + "]\",\"mode\":\"managed\",\"type\":\"aws_sqs_queue\",\"name\":\"q\",\"provider_name\":"
        + "\"registry.terraform.io/hashicorp/aws\",\"values\":{\"arn\":\"arn:aws:sqs:"
        + region
        + ":111122223333:q\",\"policy\":\"";
  }

  private static byte[] policy() {
    StringBuilder policy = new StringBuilder(POLICY);
    for (int i = 0; policy.length() < POLICY; i++) {
      policy.append(STATEMENT.formatted(i));
    }
    return policy.toString().getBytes(UTF_8);
  }

  private Process start(String heap, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    String agent = System.getProperty("jacoco.agent", "");
    if (!agent.isBlank()) {
      command.add(agent);
    }
    command.addAll(List.of(heap, "-jar", System.getProperty("cashtrace.jar")));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectOutput(folder.resolve("stdout").toFile())
        .redirectError(folder.resolve("stderr").toFile())
        .start();
  }

  private Result end(Process process) throws Exception {
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("it ends").isTrue();
    return new Result(
        process.exitValue(),
        Files.readString(folder.resolve("stdout"), UTF_8),
        Files.readString(folder.resolve("stderr"), UTF_8));
  }
}
