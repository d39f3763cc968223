package com.cashtrace.infra.scan;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A file of the catalogue that has a line an entry, its cells parted by tabs, the key first. */
final class TableFile {

  private TableFile() {}

  /** Each line but comments by its key; a line that makes no sense fails with its place. */
  static <T> Map<String, T> read(Resources resources, String path, Function<List<String>, T> make) {
    Map<String, T> entries = new LinkedHashMap<>();
    List<String> lines = resources.read(path).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isEmpty() && !lines.get(i).startsWith("#")) {
        List<String> cells = List.of(lines.get(i).split("\t", -1));
        if (entries.put(cells.get(0), made(cells, make, path, i + 1)) != null) {
          throw failure("'" + cells.get(0) + "' stands here again", path, i + 1);
        }
      }
    }
    return entries;
  }

  private static <T> T made(
      List<String> cells, Function<List<String>, T> make, String path, int line) {
    try {
      return make.apply(cells);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw failure("this is no line of the catalogue: " + e.getMessage(), path, line);
    }
  }

  static FailureException failure(String message, String path, int line) {
    return new FailureException(
        Problem.error("catalog-invalid", message, new Location(path, line, 1, null))
            .withHint("the first lines of the file say what its cells are"));
  }
}
