package com.cashtrace.infra.scan;

import com.cashtrace.infra.document.ListNode;
import com.cashtrace.infra.document.MapNode;
import com.cashtrace.infra.document.Node;
import com.cashtrace.infra.document.ReadResult;
import com.cashtrace.infra.document.ScalarNode;
import com.cashtrace.infra.document.YamlReader;
import com.cashtrace.infra.environment.DataClass;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Nearest;
import com.cashtrace.infra.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Classes of data by address, written down by people for plans whose resources have no tags.
 *
 * <pre>{@code
 * module.ledger.*: [personal, financial]
 * aws_s3_bucket.assets: public
 * }</pre>
 */
public final class ClassFile {

  private static final List<String> WORDS =
      Arrays.stream(DataClass.values()).map(DataClass::word).toList();

  private final List<Line> lines = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<Line> used = new HashSet<>();

  private ClassFile() {}

  /**
   * One line.
   *
   * @param pattern an address, with or without indexes, in which {@code *} stands for any text
   */
  private record Line(String pattern, Set<DataClass> classes, Location location) {}

  /** Reads the map of patterns to one class or a list of them; {@code name} is for messages. */
  public static ClassFile read(Path path, String name) {
    return of(YamlReader.readMap(path, name));
  }

  static ClassFile of(ReadResult<MapNode> result) {
    ClassFile file = new ClassFile();
    file.problems.addAll(result.problems());
    result
        .value()
        .ifPresent(
            map ->
                map.entries()
                    .forEach(
                        (pattern, entry) ->
                            file.line(pattern, entry.key().location(), entry.value())));
    return file;
  }

  private void line(String pattern, Location location, Node value) {
    List<Node> words = value instanceof ListNode list ? list.items() : List.of(value);
    EnumSet<DataClass> classes = EnumSet.noneOf(DataClass.class);
    for (Node word : words) {
      word(word).ifPresent(classes::add);
    }
    if (words.isEmpty()) {
      problems.add(Problem.error("classes-file", "'" + pattern + "' has no class", location));
    }
    lines.add(new Line(pattern, classes, location));
  }

  private Optional<DataClass> word(Node node) {
    String word = node instanceof ScalarNode scalar ? scalar.text() : node.kind();
    if (node instanceof ScalarNode && WORDS.contains(word)) {
      return Optional.of(DataClass.of(word));
    }
    problems.add(
        Problem.error(
                "classes-file", "'" + word + "' is no class of data", node.position().location())
            .withHint(Nearest.hint(word, WORDS, "classes")));
    return Optional.empty();
  }

  /** What is wrong with the file. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** The classes of the first line that fits an address; empty if none does. */
  Set<DataClass> of(Held held) {
    for (Line line : lines) {
      if (fits(line.pattern(), held.address()) || fits(line.pattern(), held.bare())) {
        used.add(line);
        return line.classes();
      }
    }
    return Set.of();
  }

  /** A warning for each line that no resource of any document so far needed. */
  public List<Problem> unused() {
    return lines.stream()
        .filter(line -> !used.contains(line))
        .map(
            line ->
                Problem.warning(
                        "class-pattern-unused",
                        "no resource needs the classes of '" + line.pattern() + "'",
                        line.location())
                    .withHint("an earlier line may fit the same, or a tag say it already"))
        .toList();
  }

  /** Whether a pattern fits a text as a whole, in time that grows with their lengths alone. */
  static boolean fits(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int mark = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        mark = t;
      } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++mark;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
