package com.cashtrace.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the repository that the build can make again, and that must be current. */
public record GeneratedFile(String path) {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  /** The repository's folder; tests run in {@code cli/}. */
  public static Path repository() {
    return ROOT;
  }

  /** Fails with the command that mends it unless the file holds exactly this text. */
  public void mustBe(String text) throws IOException {
    Path file = ROOT.resolve(path);
    if (Boolean.getBoolean("update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    String caller =
        StackWalker.getInstance()
            .walk(frames -> frames.skip(1).findFirst().orElseThrow().getClassName());
    String name = caller.substring(caller.lastIndexOf('.') + 1);
    assertThat(Files.exists(file) ? Files.readString(file) : "")
        .as("%s is not current; run: mvn test -Dtest=%s -Dupdate=true", path, name)
        .isEqualTo(text);
  }
}
