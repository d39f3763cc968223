package com.cashtrace.infra.revision;

import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.process.CapturedText;
import com.cashtrace.infra.process.ExternalProgram;
import com.cashtrace.infra.process.LastLines;
import com.cashtrace.infra.process.OutputReader;
import com.cashtrace.infra.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Asks git, and changes nothing.
 *
 * @param runner runs it
 * @param folder any folder of the repository
 * @param environment the user's variables, among them the PATH that git is looked for on
 */
public record Git(ProcessRunner runner, Path folder, Map<String, String> environment) {

  private static final int LONGEST_ANSWER = 1 << 28;
  private static final int LAST_WORDS = 5;

  /** What env exits with where it does not find the program. */
  private static final int NOT_FOUND = 127;

  /** Nothing that is asked takes so long, unless git waits for something that never comes. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Words in the user's language could not be quoted in ours, and no lock is worth an answer. */
  private static final Map<String, String> OWN = Map.of("LC_ALL", "C", "GIT_OPTIONAL_LOCKS", "0");

  /** Copies the variables. */
  public Git {
    environment = Map.copyOf(environment);
  }

  /**
   * What differs from the newest commit that {@code revision} and HEAD share.
   *
   * @throws FailureException if there is no git ({@code git-missing}), no repository ({@code
   *     no-repository}), no such revision ({@code unknown-revision}), or no such commit ({@code
   *     no-shared-history})
   */
  public Change since(String revision) {
    Path top = top();
    String wanted = commit(revision);
    String head = commit("HEAD");
    Answer shared = ask("merge-base", wanted, head);
    if (shared.status() != 0) {
      throw failure(
          "no-shared-history",
          "'" + revision + "' and HEAD share no commit that is here",
          shallowOr("name a revision that this branch came from"));
    }
    String base = shared.line();
    var files = new TreeSet<String>();
    files.addAll(
        names("-c", "diff.relative=false", "diff", "--name-only", "-z", "--no-renames", base));
    files.addAll(
        new Git(runner, top, environment)
            .names("ls-files", "-z", "--others", "--exclude-standard"));
    return new Change(revision, base, top, List.copyOf(files));
  }

  /**
   * The commit that HEAD is at.
   *
   * @param paths below the folder; they need not exist
   * @return nothing where there is no repository or no commit, or where one of the paths is not as
   *     the commit has it
   * @throws FailureException if there is no git ({@code git-missing})
   */
  public Optional<Commit> unchanged(String... paths) {
    List<String> words = new ArrayList<>(List.of("status", "--porcelain", "--"));
    words.addAll(List.of(paths));
    Answer status = ask(words.toArray(String[]::new));
    if (status.status() != 0 || !status.text().isEmpty()) {
      return Optional.empty();
    }
    Answer log = ask("log", "-1", "--format=%H%n%an <%ae>");
    List<String> lines = log.text().lines().toList();
    return log.status() == 0 && lines.size() == 2
        ? Optional.of(new Commit(lines.get(0), lines.get(1)))
        : Optional.empty();
  }

  /**
   * A commit.
   *
   * @param id 40 hexadecimal digits
   * @param author name and address
   */
  public record Commit(String id, String author) {}

  private Path top() {
    Answer answer = ask("rev-parse", "--show-toplevel");
    if (answer.status() != 0 || answer.line().isEmpty()) {
      throw failure(
          "no-repository",
          "git finds no repository of '" + folder + "': " + answer.said(),
          "run in a clone of the project, or name one with --directory");
    }
    try {
      return Path.of(answer.line()).toRealPath();
    } catch (IOException e) {
      throw failure(
          "no-repository", "the repository '" + answer.line() + "' can't be entered", null);
    }
  }

  private String commit(String revision) {
    // git would take it for an option
    boolean option = revision.startsWith("-");
    Answer answer =
        option
            ? new Answer(1, "", "")
            : ask("rev-parse", "--verify", "--quiet", revision + "^{commit}");
    if (answer.status() != 0) {
      throw failure(
          "unknown-revision",
          "there is no revision '" + revision + "' in this repository",
          shallowOr("name a branch, a tag or a commit; 'git fetch' brings those of a remote"));
    }
    return answer.line();
  }

  /** CI clones one commit unless it is told otherwise: then that is what is wrong. */
  private String shallowOr(String hint) {
    return ask("rev-parse", "--is-shallow-repository").line().equals("true")
        ? "this clone is shallow: 'git fetch --unshallow', or fetch-depth: 0 of actions/checkout,"
            + " brings the rest of its history"
        : hint;
  }

  private List<String> names(String... words) {
    Answer answer = ask(words);
    if (answer.status() != 0) {
      throw failure(
          "git-error",
          "git can't list what changed: " + answer.said(),
          "'git status' in '%s' fails as well; 'git fsck' tells what is broken".formatted(folder));
    }
    return answer.text().isEmpty() ? List.of() : List.of(answer.text().split("\0"));
  }

  private Answer ask(String... words) {
    // through env: which git it is depends on the PATH of the user, not on that of this process
    List<String> command = new ArrayList<>(List.of("/usr/bin/env", "git"));
    command.addAll(List.of(words));
    Map<String, String> variables = new HashMap<>(environment);
    variables.putAll(OWN);
    var text = new CapturedText(LONGEST_ANSWER);
    var said = new LastLines(LAST_WORDS);
    int status =
        runner.run(
            new ExternalProgram(command, folder, variables, PATIENCE),
            text,
            OutputReader.lines(said));
    if (status == NOT_FOUND) {
      throw failure(
          "git-missing", "there is no git on PATH", "install git: it knows what was changed");
    }
    return new Answer(status, text.text(), said.text());
  }

  private static FailureException failure(String code, String message, @Nullable String hint) {
    ExitCode exit = code.equals("unknown-revision") ? ExitCode.USAGE : ExitCode.FAILED;
    return new FailureException(Problem.unlocated(code, message, hint), exit, null);
  }

  /** What git gave: its exit status, its stdout and the end of its stderr. */
  private record Answer(int status, String text, String stderr) {

    String line() {
      return text.strip();
    }

    String said() {
      return stderr.replaceAll("\\s+", " ");
    }
  }
}
