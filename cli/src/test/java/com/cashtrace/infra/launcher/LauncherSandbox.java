package com.cashtrace.infra.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A copy of the project with the launcher, its built program, and a stand-in for Maven. */
final class LauncherSandbox {

  /** What a run of the launcher gave. */
  record Outcome(int exitCode, String stdout, String stderr) {}

  /** A launcher that may still be running. */
  record Run(Process process, Path stdout, Path stderr) {

    Outcome finish() throws IOException, InterruptedException {
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("the launcher did not end: " + Files.readString(stderr));
      }
      return new Outcome(process.exitValue(), Files.readString(stdout), Files.readString(stderr));
    }
  }

  private static final Path ROOT = Path.of(System.getProperty("cashtrace.root")).normalize();
  private static final String JAVA_HOME = System.getProperty("java.home");

  private final Path folder;
  private final Path programs;
  private final Map<String, String> environment = new HashMap<>();

  /**
   * Lays a built project into {@code folder}; the stand-in for Maven ends well and changes nothing.
   */
  LauncherSandbox(Path folder, Path programs) throws IOException {
    this.folder = folder;
    this.programs = Files.createDirectories(programs);
    copy("cashtrace-infra");
    copy("pom.xml");
    copy("cli/pom.xml");
    copy("cli/target/cashtrace-infra.jar");
    try (Stream<Path> libraries = Files.list(ROOT.resolve("cli/target/lib"))) {
      libraries.forEach(library -> copy(ROOT.relativize(library).toString()));
    }
    write("cli/src/main/java/A.java", "final class A {}\n");
    write("templates/a.j2", "a\n");
    stampTheBuild();
    environment.put("JAVA_HOME", JAVA_HOME);
    maven("exit 0");
  }

  /** Replaces the stand-in for Maven by a script that runs in the project and notes that it ran. */
  void maven(String script) throws IOException {
    program("mvn", "echo ran >>'" + folder + "/builds'\n" + script + "\n");
  }

  /** A Maven that takes a moment and leaves the stamp that a real build leaves. */
  void mavenThatBuilds() throws IOException {
    maven("sleep 1\nmkdir -p cli/target && touch cli/target/built");
  }

  /** How often the stand-in for Maven ran. */
  long builds() throws IOException {
    Path notes = folder.resolve("builds");
    return Files.exists(notes) ? Files.readAllLines(notes).size() : 0;
  }

  /** Puts a shell script in front of everything else that PATH names. */
  void program(String name, String script) throws IOException {
    Path file = programs.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  void set(String variable, String value) {
    environment.put(variable, value);
  }

  void unset(String variable) {
    environment.remove(variable);
  }

  Path path(String relative) {
    return folder.resolve(relative);
  }

  void write(String relative, String text) throws IOException {
    Path file = folder.resolve(relative);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Makes the build younger than every source, as if it had begun just now. */
  void stampTheBuild() throws IOException {
    write("cli/target/built", "");
  }

  /** Makes the build older than every source. */
  void ageTheBuild() throws IOException {
    Files.setLastModifiedTime(path("cli/target/built"), FileTime.fromMillis(0));
  }

  /** Leaves nothing on PATH but the stand-ins and the system's programs of these names. */
  void narrowPathTo(String... names) throws IOException {
    for (String name : names) {
      Path program =
          Stream.of(System.getenv("PATH").split(":", -1))
              .map(place -> Path.of(place, name))
              .filter(Files::isExecutable)
              .findFirst()
              .orElseThrow();
      program(name, "exec " + program + " \"$@\"\n");
    }
    environment.put("PATH", programs.toString());
  }

  /** Runs the launcher itself from the folder of the project. */
  Outcome run(String... args) throws IOException, InterruptedException {
    return start(folder, path("cashtrace-infra"), args).finish();
  }

  /** Starts a launcher by any of its names, from any folder. */
  Run start(Path from, Path launcher, String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(args));
    var builder = new ProcessBuilder(command).directory(from.toFile());
    Map<String, String> variables = builder.environment();
    variables.keySet().removeIf(name -> name.startsWith("CASHTRACE_"));
    variables.keySet().removeAll(List.of("JAVA_HOME", "JAVA_TOOL_OPTIONS"));
    variables.merge("PATH", programs.toString(), (path, own) -> own + ":" + path);
    variables.putAll(environment);
    Path stdout = Files.createTempFile(programs, "stdout", "");
    Path stderr = Files.createTempFile(programs, "stderr", "");
    builder.redirectOutput(stdout.toFile()).redirectError(stderr.toFile());
    return new Run(builder.start(), stdout, stderr);
  }

  private void copy(String relative) {
    try {
      Path target = folder.resolve(relative);
      Files.createDirectories(target.getParent());
      Files.copy(
          ROOT.resolve(relative),
          target,
          StandardCopyOption.COPY_ATTRIBUTES,
          LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
