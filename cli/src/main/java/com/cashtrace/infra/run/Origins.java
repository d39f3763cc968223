package com.cashtrace.infra.run;

import com.cashtrace.infra.document.Document;
import com.cashtrace.infra.document.MapNode;
import com.cashtrace.infra.document.Node;
import com.cashtrace.infra.document.Origin;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Nearest;
import com.cashtrace.infra.problem.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Tells which files gave the values of an environment. */
public final class Origins {

  private final SpecLoader loader;

  private Origins(SpecLoader loader) {
    this.loader = loader;
  }

  /** Reads nothing yet. */
  public static Origins of(SpecFolder folder, Resources resources) {
    return new Origins(SpecLoader.of(folder, resources));
  }

  /**
   * The origins of the value at a path, or of all values below it; a path that leads nowhere fails
   * with {@link ExitCode#USAGE} and the nearest name that does lead somewhere.
   */
  public List<Origin> below(String environment, String path) {
    Document document = loader.document(environment);
    SpecPath wanted = SpecPath.parse(path);
    return Origin.below(wanted, document.find(wanted).orElseThrow(() -> lost(document, wanted)));
  }

  private static FailureException lost(Document document, SpecPath wanted) {
    SpecPath at = wanted;
    Optional<Node> parent = Optional.empty();
    String missing = wanted.last();
    while (parent.isEmpty()) {
      missing = at.last();
      at = at.parent();
      parent = document.find(at);
    }
    Collection<String> keys =
        parent.get() instanceof MapNode map ? map.entries().keySet() : List.of();
    String where = at.segments().isEmpty() ? document.name() : "'" + at + "' of " + document.name();
    Problem problem =
        Problem.unlocated(
            "unknown-path",
            where + " has no '" + missing + "'",
            Nearest.hint(missing, keys, "keys there"));
    return new FailureException(problem, ExitCode.USAGE, null);
  }
}
