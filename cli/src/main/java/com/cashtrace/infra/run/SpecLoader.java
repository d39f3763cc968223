package com.cashtrace.infra.run;

import com.cashtrace.infra.document.Document;
import com.cashtrace.infra.document.ReadResult;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.EnvironmentBinder;
import com.cashtrace.infra.place.Once;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Nearest;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.schema.SpecSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Reads specs from a project's folder and checks them by the schema. */
public final class SpecLoader {

  private final SpecFolder folder;
  private final Supplier<SpecSchema> schema;

  private SpecLoader(SpecFolder folder, Supplier<SpecSchema> schema) {
    this.folder = folder;
    this.schema = schema;
  }

  /** For a folder of specs; reads nothing yet. */
  public static SpecLoader of(SpecFolder folder, Resources resources) {
    return new SpecLoader(folder, new Once<>(() -> new SpecSchema(resources)));
  }

  /**
   * Reads the named environments, or all of them and every other file of the folder where no name
   * is given. A name that is no environment fails with {@link ExitCode#USAGE} before anything is
   * read.
   */
  public LoadedSpecs load(List<String> names) {
    requireFolder();
    List<String> chosen = names.isEmpty() ? folder.environments() : known(names);
    if (chosen.isEmpty()) {
      throw usage(
          "no-environments",
          "the folder '" + SpecFolder.NAME + "' holds no environment",
          "add a file such as " + SpecFolder.label("production"));
    }
    Reading reading = new Reading();
    chosen.forEach(reading::environment);
    if (names.isEmpty()) {
      folder.all().forEach(reading::file);
    }
    return new LoadedSpecs(chosen, reading.environments, List.copyOf(reading.problems));
  }

  /**
   * One environment's merged document, whether or not it is valid; with defaults if it is. A file
   * that cannot be read fails with {@link ExitCode#FINDINGS}.
   */
  public Document document(String name) {
    requireFolder();
    ReadResult<Document> result = folder.load(known(List.of(name)).get(0));
    Document document =
        result
            .value()
            .orElseThrow(
                () -> new FailureException(result.problems().get(0), ExitCode.FINDINGS, null));
    return schema.get().checkEnvironment(document).isEmpty()
        ? schema.get().withDefaults(document)
        : document;
  }

  private void requireFolder() {
    if (!folder.exists()) {
      throw usage(
          "no-environments",
          "there is no folder '" + SpecFolder.NAME + "' here",
          "run in a project's folder, or name it with --directory");
    }
  }

  private List<String> known(List<String> names) {
    List<String> all = folder.all();
    for (String name : names) {
      if (!all.contains(name)) {
        throw usage(
            "unknown-environment",
            "there is no environment '" + name + "'",
            Nearest.hint(name, folder.environments(), "environments"));
      }
      if (folder.isAbstract(name)) {
        throw usage(
            "unknown-environment",
            "'" + name + "' is abstract: a file that others extend, and no environment",
            Nearest.hint(name, folder.environments(), "environments"));
      }
    }
    return List.copyOf(new TreeSet<>(names));
  }

  private static FailureException usage(String code, String message, String hint) {
    return new FailureException(Problem.unlocated(code, message, hint), ExitCode.USAGE, null);
  }

  /** One pass over files; a file that several environments extend is checked once. */
  private final class Reading {
    private final List<Environment> environments = new ArrayList<>();
    private final Set<Problem> problems = new TreeSet<>();
    private final Set<String> files = new HashSet<>();

    void environment(String name) {
      ReadResult<Document> document = folder.load(name);
      problems.addAll(document.problems());
      document.value().flatMap(this::bound).ifPresent(environments::add);
      if (document.value().isEmpty()) {
        file(name);
      }
    }

    /** A file by itself: what it says is checked even where another file lays itself over it. */
    void file(String name) {
      if (files.add(name)) {
        problems.addAll(folder.file(name).problems());
        folder.file(name).value().map(schema.get()::checkFile).ifPresent(problems::addAll);
      }
    }

    private Optional<Environment> bound(Document document) {
      List<Problem> found = new ArrayList<>();
      found.addAll(schema.get().checkEnvironment(document));
      for (String label : document.chain()) {
        file(SpecFolder.nameOf(label));
      }
      problems.addAll(found);
      return found.isEmpty()
          ? Optional.of(EnvironmentBinder.bind(schema.get().withDefaults(document)))
          : Optional.empty();
    }
  }
}
