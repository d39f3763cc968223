package com.cashtrace.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The archive of classes that lets the packaged program start as fast as the launcher lets it. It
 * is made once for each jar, whichever test process is the first to need it.
 */
final class PackagedArchive {

  private static final Path JAR = Path.of(System.getProperty("cashtrace.jar", "none"));

  private static final List<String> FLAGS = flags(archive());

  private PackagedArchive() {}

  /** What the JVM is told. */
  static List<String> flags() {
    return FLAGS;
  }

  private static List<String> flags(Path archive) {
    return List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto", "-Xlog:cds=off");
  }

  private static Path archive() {
    try (FileChannel lock =
        FileChannel.open(
            JAR.resolveSibling("packaged.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE)) {
      lock.lock();
      String built = String.valueOf(Files.getLastModifiedTime(JAR).toMillis());
      Path archive = JAR.resolveSibling("packaged-" + Runtime.version() + "-" + built + ".jsa");
      if (!Files.exists(archive)) {
        make(archive);
      }
      return archive;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void make(Path archive) throws IOException, InterruptedException {
    Process training =
        new ProcessBuilder(
                PackagedProgram.java(),
                "-XX:ArchiveClassesAtExit=" + archive,
                "-Xlog:cds=off",
                "-cp",
                JAR.toString(),
                StartTraining.class.getName(),
                "--version",
                "validate --all",
                "aws")
            .directory(GeneratedFile.repository().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(training.waitFor()).as("the training run").isZero();
  }
}
