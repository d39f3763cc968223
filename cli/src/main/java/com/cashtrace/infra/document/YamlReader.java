package com.cashtrace.infra.document;

import com.cashtrace.infra.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads one YAML 1.2 document into nodes with places. Works on the parser's events, since only they
 * tell whether a value was quoted; that is why Jackson's own YAML reader, which stands on the same
 * parser, does not serve here.
 */
public final class YamlReader {

  private YamlReader() {}

  /**
   * Reads the map that a file on the disk must be.
   *
   * @param name how the file is printed
   */
  public static ReadResult<MapNode> readMap(Path file, String name) {
    ReadResult<Source> text = TextFiles.read(file, name);
    return text.value().map(YamlReader::readMap).orElse(ReadResult.failed(text.problems()));
  }

  /** Reads the map that a spec must be; an empty file is a problem of its own. */
  public static ReadResult<MapNode> readMap(Source source) {
    if (source.text().isBlank()) {
      return failed(Problem.error("yaml-empty", "the file is empty", source.at(1, 1)));
    }
    try {
      NodeBuilder builder = new NodeBuilder(source);
      Node root = builder.document();
      if (!builder.problems().isEmpty()) {
        return ReadResult.failed(builder.problems());
      }
      return root instanceof MapNode map ? ReadResult.of(map) : failed(notMap(root));
    } catch (NodeBuilder.Stop e) {
      return failed(e.problem());
    } catch (MarkedYAMLException e) {
      return failed(syntax(source, e));
    } catch (ReaderException e) {
      return failed(unprintable(source, e));
    } catch (YAMLException e) {
      return failed(Problem.error("yaml-syntax", firstLine(e.getMessage()), source.at(1, 1)));
    }
  }

  private static ReadResult<MapNode> failed(Problem problem) {
    return ReadResult.failed(List.of(problem));
  }

  private static Problem notMap(Node root) {
    return Problem.error(
        "yaml-syntax", "the file holds " + root.kind() + ", not a map", root.position().location());
  }

  private static Problem syntax(Source source, MarkedYAMLException e) {
    Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
    int line = mark == null ? 1 : mark.getLine() + 1;
    int column = mark == null ? 1 : mark.getColumn() + 1;
    String what = e.getProblem() == null ? firstLine(e.getMessage()) : e.getProblem();
    Problem problem = Problem.error("yaml-syntax", "not YAML: " + what, source.at(line, column));
    boolean tab = what.contains("\\t") || source.line(line).startsWith("\t");
    return tab ? problem.withHint("indent with spaces; YAML forbids tabs there") : problem;
  }

  private static Problem unprintable(Source source, ReaderException e) {
    int offset = Math.min(e.getPosition(), source.text().length());
    String before = source.text().substring(0, offset);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = offset - (before.lastIndexOf('\n') + 1) + 1;
    String what = String.format("not YAML: the character U+%04X is not allowed", e.getCodePoint());
    return Problem.error("yaml-syntax", what, source.at(line, column));
  }

  private static String firstLine(@Nullable String text) {
    return text == null ? "not YAML" : text.lines().findFirst().orElse("not YAML");
  }
}
