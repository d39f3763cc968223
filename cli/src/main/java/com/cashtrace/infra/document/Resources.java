package com.cashtrace.infra.document;

import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Schemas, templates, modules and catalogues: they travel inside the program, and a folder can
 * stand in for each kind.
 *
 * @param folders kind ({@code schemas}, {@code templates}, {@code terraform-modules}) to the folder
 *     that replaces what the program brings
 */
public record Resources(Map<String, Path> folders) {

  private static final String INDEX = "/cashtrace-resources.txt";

  /** Copies the map. */
  public Resources {
    folders = Map.copyOf(folders);
  }

  /** Only what the program brings. */
  public static Resources packaged() {
    return new Resources(Map.of());
  }

  /** The text of a file, such as {@code schemas/environment.schema.json}. */
  public String read(String path) {
    Path folder = folders.get(kind(path));
    try {
      return folder == null
          ? packagedText(path)
          : Files.readString(folder.resolve(path.substring(kind(path).length() + 1)));
    } catch (IOException e) {
      throw new FailureException(
          Problem.error("file-missing", "this file cannot be read", Location.ofFile(path))
              .withHint("the folder given for " + kind(path) + " must hold it"));
    }
  }

  /** The map that a YAML file of the program holds. */
  public MapNode yaml(String path) {
    ReadResult<MapNode> result = YamlReader.readMap(new Source(path, read(path)));
    return result.value().orElseThrow(() -> new FailureException(result.problems().get(0)));
  }

  /**
   * The paths of all files below a folder such as {@code terraform-modules/aws/network}, sorted.
   */
  public List<String> list(String prefix) {
    Path folder = folders.get(kind(prefix));
    String below = prefix + "/";
    if (folder == null) {
      return packagedText(INDEX.substring(1)).lines().filter(l -> l.startsWith(below)).toList();
    }
    Path start = folder.resolve(below.substring(kind(prefix).length() + 1));
    try (Stream<Path> paths = Files.walk(start)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> below + start.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static String kind(String path) {
    int slash = path.indexOf('/');
    return slash < 0 ? path : path.substring(0, slash);
  }

  private static String packagedText(String path) {
    try (InputStream in = Resources.class.getResourceAsStream("/" + path)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its own file " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
