package com.cashtrace.infra.run;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.report.ChangeReport;
import com.cashtrace.infra.report.CheckResult;
import com.cashtrace.infra.residency.Profiles;
import com.cashtrace.infra.revision.Cause;
import com.cashtrace.infra.revision.Change;
import com.cashtrace.infra.revision.Git;
import com.cashtrace.infra.revision.Impact;
import com.cashtrace.infra.revision.Parts;
import com.cashtrace.infra.revision.Sources;
import com.cashtrace.infra.revision.Sources.Folder;
import com.cashtrace.infra.revision.Touched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells which environments a change in git touches. */
public final class ChangedEnvironments {

  private static final Pattern MODULE = Pattern.compile("modules/([^/]+)/.*");

  private final SpecFolder folder;
  private final Resources resources;
  private final Rendering rendering;
  private final @Nullable Path home;

  /**
   * Looks at the project of a folder of specs.
   *
   * @param home the checkout of the program, from which templates, modules and schemas come that no
   *     folder stands in for; null where the program was not built from a checkout
   */
  public ChangedEnvironments(
      SpecFolder folder, Resources resources, Rendering rendering, @Nullable Path home) {
    this.folder = folder;
    this.resources = resources;
    this.rendering = rendering;
    this.home = home;
  }

  /**
   * What was found.
   *
   * @param checked what is wrong with specs
   * @param report the environments that are touched
   */
  public record Result(CheckResult checked, ChangeReport report) {}

  /** The environments that changed since a revision. */
  public Result since(Git git, String revision) {
    Change change = git.since(revision);
    Validation.Checked checked = rendering.check(List.of());
    Impact impact = new Impact(sources(change.top()));
    boolean modules = impact.hasModules(change.files());
    Map<String, Environment> sound =
        checked.sound().stream().collect(Collectors.toMap(Environment::name, Function.identity()));
    List<Parts> environments =
        folder.environments().stream().map(name -> parts(name, sound.get(name), modules)).toList();
    List<Touched> touched = impact.of(change.files(), environments);
    List<String> gone =
        impact.specs(change.files()).stream()
            .filter(file -> !Files.exists(change.top().resolve(file)))
            .toList();
    return new Result(
        checked.result(), new ChangeReport(change, touched, gone, checked.environments()));
  }

  /** All environments, whatever changed. */
  public Result all() {
    Validation.Checked checked = rendering.check(List.of());
    List<Touched> touched =
        folder.environments().stream()
            .map(name -> new Touched(name, List.of(asked(name))))
            .toList();
    return new Result(
        checked.result(), new ChangeReport(null, touched, List.of(), checked.environments()));
  }

  private static Cause asked(String name) {
    return new Cause(Cause.Kind.REQUESTED, SpecFolder.label(name));
  }

  private Parts parts(String name, @Nullable Environment environment, boolean modules) {
    List<String> specs = folder.chain(name);
    if (environment == null) {
      return new Parts(name, specs, null, null, null);
    }
    return new Parts(
        name,
        specs,
        environment.place().provider(),
        modules ? modules(environment) : Set.of(),
        Set.copyOf(environment.residency().profiles()));
  }

  private Set<String> modules(Environment environment) {
    return rendering.tree(environment).files().keySet().stream()
        .map(MODULE::matcher)
        .filter(Matcher::matches)
        .map(match -> match.group(1))
        .collect(Collectors.toSet());
  }

  private Sources sources(Path top) {
    Map<Folder, String> folders = new EnumMap<>(Folder.class);
    put(folders, Folder.SPECS, top, folder.project().resolve(SpecFolder.NAME));
    put(folders, Folder.PROFILES, top, folder.project().resolve(Profiles.FOLDER));
    put(folders, Folder.SCHEMAS, top, resource("schemas"));
    put(folders, Folder.TEMPLATES, top, resource("templates"));
    put(folders, Folder.MODULES, top, resource("terraform-modules"));
    put(folders, Folder.PROGRAM, top, home);
    return new Sources(folders);
  }

  private @Nullable Path resource(String kind) {
    Path given = resources.folders().get(kind);
    return given != null || home == null ? given : home.resolve(kind);
  }

  private static void put(
      Map<Folder, String> folders, Folder kind, Path top, @Nullable Path folder) {
    if (folder != null) {
      Path real = real(folder.toAbsolutePath().normalize());
      if (real.startsWith(top)) {
        folders.put(kind, top.relativize(real).toString().replace('\\', '/'));
      }
    }
  }

  /** Without symbolic links, also of a folder that the change took away. */
  private static Path real(Path folder) {
    Path parent = folder.getParent();
    Path name = folder.getFileName();
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      return parent == null || name == null ? folder : real(parent).resolve(name);
    }
  }
}
