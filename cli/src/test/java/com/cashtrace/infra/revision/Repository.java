package com.cashtrace.infra.revision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.process.Interrupts;
import com.cashtrace.infra.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A git repository of a test, which no configuration of the machine reaches.
 *
 * @param folder its top
 */
public record Repository(Path folder) {

  /** Makes an empty one, with a branch called main. */
  public static Repository in(Path folder) throws Exception {
    Files.createDirectories(folder);
    Repository repository = new Repository(folder);
    repository.git("init", "-q");
    repository.git("symbolic-ref", "HEAD", "refs/heads/main");
    return repository;
  }

  /** The variables of a user whose git is configured by nothing else. */
  public static Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>();
    variables.put("PATH", System.getenv("PATH"));
    variables.put("GIT_CONFIG_GLOBAL", "/dev/null");
    variables.put("GIT_CONFIG_NOSYSTEM", "1");
    for (String who : List.of("AUTHOR", "COMMITTER")) {
      variables.put("GIT_" + who + "_NAME", "Ada");
      variables.put("GIT_" + who + "_EMAIL", "ada@example.com");
    }
    return variables;
  }

  /** The program's own view of it. */
  public Git asked() {
    return new Git(new ProcessRunner(new Interrupts()), folder, variables());
  }

  /** Writes a file. */
  public Repository write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /** Commits all that is there. */
  public String commit() throws Exception {
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "-m", "a change");
    return git("rev-parse", "HEAD").strip();
  }

  /** Runs git to its end, and returns what it said. */
  public String git(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(variables());
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
