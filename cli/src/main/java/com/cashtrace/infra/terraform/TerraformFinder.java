package com.cashtrace.infra.terraform;

import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.process.ProcessRunner;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the terraform to work with and makes sure that it is one. */
public final class TerraformFinder {

  private static final String INSTALL =
      "install terraform " + TerraformProgram.RANGE + ", or name one with --terraform";

  /** A first start from a cold disk takes seconds; a program that hangs takes for ever. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final VersionQuestion question;

  /** Asks programs for their version through {@code runner}. */
  public TerraformFinder(ProcessRunner runner) {
    this(runner, PATIENCE);
  }

  TerraformFinder(ProcessRunner runner, Duration patience) {
    this.question = new VersionQuestion(runner, patience);
  }

  /**
   * The program that the options name, or {@code terraform} on PATH.
   *
   * @throws FailureException if there is none ({@code terraform-missing}), if it gives no sensible
   *     answer ({@code terraform-broken}) or is of another version ({@code terraform-version})
   */
  public TerraformProgram find(TerraformOptions options) {
    TerraformProgram program = question.ask(locate(options), options);
    if (!TerraformProgram.supports(program.version())) {
      String range = TerraformProgram.RANGE;
      throw failure(
          "terraform-version",
          "terraform " + program.version() + " at '" + program.path() + "' is outside " + range,
          INSTALL);
    }
    return program;
  }

  private static Path locate(TerraformOptions options) {
    String name = Objects.requireNonNullElse(options.program(), "terraform");
    if (name.contains("/")) {
      Path path = options.directory().resolve(name).normalize();
      if (isProgram(path)) {
        return path;
      }
      String what = Files.exists(path) ? "which is no program" : "which does not exist";
      throw failure("terraform-missing", "--terraform names '" + path + "', " + what, INSTALL);
    }
    return onPath(name, options)
        .findFirst()
        .orElseThrow(
            () -> failure("terraform-missing", "there is no '" + name + "' on PATH", INSTALL));
  }

  private static Stream<Path> onPath(String name, TerraformOptions options) {
    String path = options.environment().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> options.directory().resolve(folder).resolve(name).normalize())
        .filter(TerraformFinder::isProgram);
  }

  private static boolean isProgram(Path path) {
    return Files.isRegularFile(path) && Files.isExecutable(path);
  }

  private static FailureException failure(String code, String message, @Nullable String hint) {
    return new FailureException(Problem.unlocated(code, message, hint), ExitCode.FAILED, null);
  }
}
