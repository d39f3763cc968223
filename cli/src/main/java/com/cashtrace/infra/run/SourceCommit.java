package com.cashtrace.infra.run;

import com.cashtrace.infra.bundle.PlanBundle;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.process.CapturedText;
import com.cashtrace.infra.process.ExternalProgram;
import com.cashtrace.infra.process.OutputReader;
import com.cashtrace.infra.process.ProcessRunner;
import com.cashtrace.infra.residency.Profiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The commit that the specs of a project stand at.
 *
 * @param runner runs git
 * @param project the project's folder
 * @param variables the process' environment variables
 */
public record SourceCommit(ProcessRunner runner, Path project, Map<String, String> variables) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int LONGEST = 1 << 16;

  /** Copies the variables. */
  public SourceCommit {
    variables = Map.copyOf(variables);
  }

  /** The commit, or null where there is none, or where the specs are not as it has them. */
  PlanBundle.@Nullable Commit find() {
    boolean committed =
        ask("status", "--porcelain", "--", SpecFolder.NAME, Profiles.FOLDER)
            .filter(String::isEmpty)
            .isPresent();
    return committed
        ? ask("log", "-1", "--format=%H%n%an <%ae>").map(this::commit).orElse(null)
        : null;
  }

  private PlanBundle.@Nullable Commit commit(String answer) {
    List<String> lines = answer.lines().toList();
    return lines.size() == 2 ? new PlanBundle.Commit(lines.get(0), lines.get(1)) : null;
  }

  /** What git answers, or nothing where there is no git, no repository or no commit. */
  private Optional<String> ask(String... words) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    CapturedText answer = new CapturedText(LONGEST);
    try {
      int status =
          runner.run(
              new ExternalProgram(command, project, variables, PATIENCE),
              answer,
              OutputReader.lines(line -> {}));
      return status == 0 ? Optional.of(answer.text()) : Optional.empty();
    } catch (FailureException e) {
      if (e.problem().code().equals("program-missing")) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
