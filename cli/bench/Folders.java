import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders between two measurements. */
final class Folders {

  private Folders() {}

  /**
   * Gives a folder another name, if it is there. To remove many files just before others are made
   * would slow these down: ext4 searches past what was deleted lately.
   */
  static void setAside(Path folder) throws IOException {
    if (Files.exists(folder)) {
      Files.move(folder, Files.createTempDirectory(folder.getParent(), "old").resolve("build"));
    }
  }

  /** Removes a folder with all that is in it; one that is not there is fine. */
  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
