package com.cashtrace.infra.run;

import com.cashtrace.infra.bundle.PlanBundle;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.process.ProcessRunner;
import com.cashtrace.infra.residency.Profiles;
import com.cashtrace.infra.revision.Git;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The commit that the specs of a project stand at.
 *
 * @param runner runs git
 * @param project the project's folder
 * @param variables the process' environment variables
 */
public record SourceCommit(ProcessRunner runner, Path project, Map<String, String> variables) {

  /** Copies the variables. */
  public SourceCommit {
    variables = Map.copyOf(variables);
  }

  /** The commit, or null where there is none, or where the specs are not as it has them. */
  PlanBundle.@Nullable Commit find() {
    try {
      return new Git(runner, project, variables)
          .unchanged(SpecFolder.NAME, Profiles.FOLDER)
          .map(commit -> new PlanBundle.Commit(commit.id(), commit.author()))
          .orElse(null);
    } catch (FailureException e) {
      if (e.problem().code().equals("git-missing")) {
        return null;
      }
      throw e;
    }
  }
}
