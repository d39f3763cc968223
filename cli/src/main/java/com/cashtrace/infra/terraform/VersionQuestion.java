package com.cashtrace.infra.terraform;

import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.process.CapturedText;
import com.cashtrace.infra.process.ExternalProgram;
import com.cashtrace.infra.process.LastLines;
import com.cashtrace.infra.process.OutputReader;
import com.cashtrace.infra.process.ProcessRunner;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks a program that may be terraform which version it is, and mistrusts the answer. */
record VersionQuestion(ProcessRunner runner, Duration patience) {

  private static final int LONGEST_ANSWER = 1 << 16;
  private static final int LAST_WORDS = 5;
  private static final Pattern PLATFORM = Pattern.compile("[a-z0-9]+_[a-z0-9]+");

  TerraformProgram ask(Path path, TerraformOptions options) {
    // In '/', so that a broken lock file of the working folder is no matter.
    var program =
        new ExternalProgram(
            List.of(path.toString(), "version", "-json"),
            Path.of("/"),
            TerraformEnvironment.internal(options.environment()),
            patience);
    var answer = new CapturedText(LONGEST_ANSWER);
    var words = new LastLines(LAST_WORDS);
    int status = run(program, answer, words);
    if (status != 0) {
      String said = words.text().isEmpty() ? answer.text().strip() : words.text();
      throw broken(path, ExitStatus.words(status), said.isEmpty() ? null : "it said: " + said);
    }
    return read(path, answer.text())
        .orElseThrow(() -> broken(path, "gave an answer that is none of terraform's", null));
  }

  private int run(ExternalProgram program, CapturedText answer, LastLines words) {
    try {
      return runner.run(program, answer, OutputReader.lines(words));
    } catch (FailureException e) {
      if (e.exitCode() == ExitCode.INTERRUPTED) {
        throw e;
      }
      Path path = Path.of(program.name());
      boolean hangs = "program-timeout".equals(e.problem().code());
      throw broken(
          path,
          hangs ? "gave no answer in " + patience.toSeconds() + " s" : "can't be run",
          hangs ? null : e.problem().message());
    }
  }

  private static Optional<TerraformProgram> read(Path path, String answer) {
    try {
      JsonNode json = new JsonMapper().readTree(answer);
      String platform = json.path("platform").asText();
      return PLATFORM.matcher(platform).matches()
          ? Version.parse(json.path("terraform_version").asText())
              .map(version -> new TerraformProgram(path, version, platform))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static FailureException broken(Path path, String what, @Nullable String why) {
    String said = why == null ? "" : why.replaceAll("\\s+", " ") + "; ";
    return new FailureException(
        Problem.unlocated(
            "terraform-broken",
            "'" + path + " version -json' " + what,
            said + "is this a whole terraform for this machine? --terraform names another"));
  }
}
