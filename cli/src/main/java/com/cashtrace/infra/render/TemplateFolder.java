package com.cashtrace.infra.render;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.Source;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All templates of one folder, read and checked at once. Nothing else can be included: a name is
 * looked up among them and never resolved as a path.
 *
 * @param sources name below the folder to template
 * @param blame exit code of a fault in one of them: a bug of ours, or a fault in the user's folder
 */
record TemplateFolder(Map<String, Source> sources, ExitCode blame) {

  static final String ENDING = ".j2";

  /** Copies and sorts the templates. */
  TemplateFolder {
    sources = Collections.unmodifiableMap(new TreeMap<>(sources));
  }

  /** Reads a folder of the resources, such as {@code templates/aws}. */
  static TemplateFolder read(Resources resources, String folder) {
    Path given = resources.folders().get("templates");
    ExitCode blame = given == null ? ExitCode.BUG : ExitCode.FAILED;
    Map<String, Source> sources = new TreeMap<>();
    List<Problem> problems = new ArrayList<>();
    for (String path : resources.list(folder)) {
      if (path.endsWith(ENDING)) {
        String label = given == null ? path : given + path.substring("templates".length());
        Source source = new Source(label, resources.read(path).replace("\r\n", "\n"));
        sources.put(path.substring(folder.length() + 1), source);
        problems.addAll(TemplateRules.check(source));
      }
    }
    problems.stream()
        .min(Problem::compareTo)
        .ifPresent(
            problem -> {
              throw new FailureException(problem, blame, null);
            });
    return new TemplateFolder(sources, blame);
  }

  /** The names of the templates that become files; those that begin with _ are only included. */
  List<String> pages() {
    return sources.keySet().stream().filter(name -> !name.startsWith("_")).toList();
  }
}
