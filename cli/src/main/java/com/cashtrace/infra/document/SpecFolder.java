package com.cashtrace.infra.document;

import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Nearest;
import com.cashtrace.infra.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder {@code environments/} of a project. Reads every file once, however many extend it; not
 * safe for use by several threads.
 */
public final class SpecFolder {

  /** The folder's name in a project, and the first part of every spec's printed name. */
  public static final String NAME = "environments";

  private static final String ENDING = ".yaml";
  private static final String PATTERN = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

  private final Path project;
  private final Path folder;
  private final Map<String, ReadResult<MapNode>> files = new HashMap<>();

  /** Reads nothing yet; {@code project} is the folder that holds {@code environments/}. */
  public SpecFolder(Path project) {
    this.project = project;
    this.folder = project.resolve(NAME);
  }

  /** The folder that holds {@code environments/}. */
  public Path project() {
    return project;
  }

  /** True if the project has the folder at all. */
  public boolean exists() {
    return Files.isDirectory(folder);
  }

  /** The names of all spec files, sorted, abstract ones included. */
  public List<String> all() {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(ENDING) && !name.startsWith("."))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** The environments: all spec files but the abstract ones; an unreadable file counts as one. */
  public List<String> environments() {
    return all().stream().filter(name -> !isAbstract(name)).toList();
  }

  /** True if the file says {@code abstract: true}. */
  public boolean isAbstract(String name) {
    return file(name)
        .value()
        .map(root -> root.get("abstract"))
        .map(node -> node instanceof ScalarNode scalar && Boolean.TRUE.equals(scalar.value()))
        .orElse(false);
  }

  /** How the file of a name is printed: {@code environments/NAME.yaml}. */
  public static String label(String name) {
    return NAME + "/" + name + ENDING;
  }

  /** The reverse of {@link #label}. */
  public static String nameOf(String label) {
    return label.substring(NAME.length() + 1, label.length() - ENDING.length());
  }

  /** What one file alone holds. */
  public ReadResult<MapNode> file(String name) {
    return files.computeIfAbsent(name, this::read);
  }

  private ReadResult<MapNode> read(String name) {
    if (!name.matches(PATTERN) || name.length() > 32) {
      String message = "the file's name '" + name + "' is no name of an environment";
      Problem problem = Problem.error("file-name", message, Location.ofFile(label(name)));
      return ReadResult.failed(
          List.of(problem.withHint("lower-case letters, digits, single dashes, at most 32")));
    }
    return YamlReader.readMap(folder.resolve(name + ENDING), label(name));
  }

  /** One environment, its {@code extends} chain folded; the problems of every file of the chain. */
  public ReadResult<Document> load(String name) {
    List<Problem> problems = new ArrayList<>();
    Map<String, MapNode> layers = new LinkedHashMap<>();
    Optional<String> next = Optional.of(name);
    while (next.isPresent()) {
      String current = next.get();
      ReadResult<MapNode> result = file(current);
      problems.addAll(result.problems());
      if (result.value().isEmpty()) {
        return ReadResult.failed(problems);
      }
      layers.put(current, result.value().get());
      next = parent(result.value().get(), layers, problems);
    }
    List<String> chain = new ArrayList<>(layers.keySet());
    java.util.Collections.reverse(chain);
    MapNode root = Overlays.fold(chain.stream().map(layers::get).toList(), problems);
    if (!problems.isEmpty()) {
      return ReadResult.failed(problems);
    }
    List<String> labels = chain.stream().map(SpecFolder::label).toList();
    return ReadResult.of(new Document(name, label(name), labels, withoutOwnKeys(root)));
  }

  /**
   * The names of the files that an environment is folded from, its own first, as far as they lead:
   * also one that is not there.
   */
  public List<String> chain(String name) {
    List<String> names = new ArrayList<>();
    String next = name;
    while (next != null && !names.contains(next)) {
      names.add(next);
      next = file(next).value().flatMap(SpecFolder::extended).orElse(null);
    }
    return names;
  }

  private static Optional<String> extended(MapNode root) {
    return root.get("extends") instanceof ScalarNode scalar
            && scalar.value() instanceof String text
            && text.endsWith(ENDING)
        ? Optional.of(text.substring(0, text.length() - ENDING.length()))
        : Optional.empty();
  }

  private Optional<String> parent(
      MapNode root, Map<String, MapNode> layers, List<Problem> problems) {
    Node node = root.get("extends");
    if (!(node instanceof ScalarNode scalar) || !(scalar.value() instanceof String text)) {
      return Optional.empty(); // absent, or of a wrong type, which the schema reports
    }
    Location location = node.position().location();
    String stem = text.endsWith(ENDING) ? text.substring(0, text.length() - 5) : text;
    if (!text.endsWith(ENDING) || !stem.matches(PATTERN)) {
      String message = "'" + text + "' is no file of this folder";
      problems.add(
          Problem.error("extends-outside", message, location)
              .withHint("name a file beside this one, such as base.yaml"));
    } else if (layers.containsKey(stem)) {
      String loop = String.join(" -> ", layers.keySet()) + " -> " + stem;
      problems.add(Problem.error("extends-loop", "extends goes in a circle: " + loop, location));
    } else if (!Files.exists(folder.resolve(text))) {
      problems.add(
          Problem.error("extends-missing", "there is no file '" + text + "'", location)
              .withHint(Nearest.hint(stem, all(), "files here")));
    } else {
      return Optional.of(stem);
    }
    return Optional.empty();
  }

  private static MapNode withoutOwnKeys(MapNode root) {
    Map<String, MapNode.Entry> entries = new LinkedHashMap<>(root.entries());
    entries.remove("extends");
    entries.remove("abstract");
    return new MapNode(entries, root.position());
  }
}
