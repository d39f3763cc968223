import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One process to measure.
 *
 * @param words program and arguments
 * @param folder where it runs
 * @param environment variables beside those of this process
 * @param exitCode what it has to end with
 * @param before what is done each time before it starts, and is not measured
 */
record Command(
    List<String> words, Path folder, Map<String, String> environment, int exitCode, Step before) {

  /** A variable that names no file would make every bare terraform fail. */
  private static final Set<String> REMOVED = Set.of("TF_CLI_CONFIG_FILE", "CASHTRACE_JAVA_OPTS");

  /** Something that prepares a measurement. */
  interface Step {
    void run() throws IOException, InterruptedException;
  }

  Command(Path folder, String... words) {
    this(List.of(words), folder, Map.of(), 0, () -> {});
  }

  Command with(Map<String, String> variables) {
    return new Command(words, folder, variables, exitCode, before);
  }

  Command after(Step step) {
    return new Command(words, folder, environment, exitCode, step);
  }

  /** The same in another folder. */
  Command in(Path other) {
    return new Command(words, other, environment, exitCode, before);
  }

  /** The same without what is done before. */
  Command again() {
    return new Command(words, folder, environment, exitCode, () -> {});
  }

  Command endingWith(int code) {
    return new Command(words, folder, environment, code, before);
  }

  /** Runs it and returns how many seconds it took, from the start of the process to its end. */
  double run() throws IOException, InterruptedException {
    before.run();
    Path log = Files.createTempFile("bench", ".log");
    try {
      var builder = new ProcessBuilder(words).directory(folder.toFile());
      builder.environment().keySet().removeAll(REMOVED);
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      long start = System.nanoTime();
      int code = builder.start().waitFor();
      double seconds = (System.nanoTime() - start) / 1e9;
      if (code != exitCode) {
        throw new IOException(words + " ended with " + code + ":\n" + Files.readString(log));
      }
      return seconds;
    } finally {
      Files.delete(log);
    }
  }
}
