package com.cashtrace.infra.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.process.Interrupts;
import com.cashtrace.infra.process.ProcessRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class GitIT {

  @TempDir Path folder;

  @Test
  void listsWhatIsCommittedChangedNewAndGoneSinceTheCommonCommit() throws Exception {
    Repository repository = Repository.in(folder.resolve("a b"));
    repository.write("kept", "1").write("edited", "1").write("gone", "1").write("moved", "long");
    repository.write(".gitignore", "ignored\n");
    String base = repository.commit();
    repository.git("branch", "theirs");
    repository.git("mv", "moved", "renamed");
    repository.write("committed", "1").commit();
    repository.write("edited", "2").write("new \u00e4\n\"file", "1").write("ignored", "1");
    Files.delete(repository.folder().resolve("gone"));
    repository.git("config", "diff.relative", "true");

    Path below = Files.createDirectories(repository.folder().resolve("below"));

    Change change = new Git(runner(), below, Repository.variables()).since("theirs");

    assertThat(change.revision()).isEqualTo("theirs");
    assertThat(change.base()).isEqualTo(base);
    assertThat(change.top()).isEqualTo(repository.folder().toRealPath());
    assertThat(change.files())
        .containsExactly("committed", "edited", "gone", "moved", "new \u00e4\n\"file", "renamed");
  }

  @Test
  void whatTheOtherBranchDidSinceIsNoChangeOfThisOne() throws Exception {
    Repository repository = Repository.in(folder);
    repository.write("shared", "1").commit();
    repository.git("checkout", "-q", "-b", "theirs");
    repository.write("theirs", "1").commit();
    repository.git("checkout", "-q", "main");
    repository.write("ours", "1").commit();

    assertThat(repository.asked().since("theirs").files()).containsExactly("ours");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nope", "--all", "", "main:kept", "0000000000000000000000000000000000"})
  void aRevisionThatIsNoneIsAWrongCommandLine(String revision) throws Exception {
    Repository repository = Repository.in(folder);
    repository.write("kept", "1").commit();

    assertFailure(repository.asked(), revision, "unknown-revision", "'git fetch'");
    assertThatThrownBy(() -> repository.asked().since(revision))
        .isInstanceOfSatisfying(
            FailureException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE));
  }

  @Test
  void saysOfAShallowCloneThatItIsOne() throws Exception {
    Repository origin = Repository.in(folder.resolve("origin"));
    origin.write("kept", "1").commit();
    String second = origin.write("kept", "2").commit();
    origin.write("kept", "3").commit();
    origin.git(
        "clone", "-q", "--depth", "1", "file://" + origin.folder(), folder.resolve("clone") + "");
    Repository clone = new Repository(folder.resolve("clone"));

    assertFailure(clone.asked(), second, "unknown-revision", "fetch-depth: 0");
  }

  @Test
  void saysWhereTwoBranchesHaveNothingInCommon() throws Exception {
    Repository repository = Repository.in(folder);
    repository.write("kept", "1").commit();
    repository.git("checkout", "-q", "--orphan", "other");
    repository.write("other", "1").commit();

    assertFailure(repository.asked(), "main", "no-shared-history", "came from");
  }

  @Test
  void saysThatThereIsNoRepositoryOrNoGit() throws Exception {
    Git outside = new Git(runner(), folder, Repository.variables());
    assertFailure(outside, "main", "no-repository", "--directory");
    assertFailure(
        new Git(runner(), folder, Map.of("PATH", folder.toString())),
        "main",
        "git-missing",
        "install git");
    Repository empty = Repository.in(folder.resolve("empty"));
    assertFailure(empty.asked(), "HEAD", "unknown-revision", "'git fetch'");
  }

  @Test
  void saysThatARepositoryIsBroken() throws Exception {
    Repository repository = Repository.in(folder);
    repository.write("kept", "1").commit();
    repository.write(".git/index", "no index");

    assertFailure(repository.asked(), "main", "git-error", "'git fsck'");
  }

  private static void assertFailure(Git git, String revision, String code, String hint) {
    assertThatThrownBy(() -> git.since(revision))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(code);
              assertThat(e.problem().hint()).contains(hint);
            });
  }

  private static ProcessRunner runner() {
    return new ProcessRunner(new Interrupts());
  }
}
