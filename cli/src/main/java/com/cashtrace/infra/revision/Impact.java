package com.cashtrace.infra.revision;

import com.cashtrace.infra.revision.Cause.Kind;
import com.cashtrace.infra.revision.Sources.Folder;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells which environments are made from files that changed. Where it can't tell, it takes an
 * environment for touched: a plan too many costs minutes, one too few lets a change through.
 *
 * @param sources where the files lie
 */
public record Impact(Sources sources) {

  private static final String YAML = ".yaml";
  private static final String TEMPLATE = ".j2";
  private static final String LOCK_FILE = "terraform.lock.hcl";

  /** The rules that apply to every environment, and the schema of all profiles. */
  private static final Set<String> OF_ALL = Set.of("always.yaml", "profile.schema.json");

  /** Texts, and what is said of problems and of the documents that commands write. */
  private static final Pattern WITHOUT_EFFECT =
      Pattern.compile("(?:.*/)?[^/]*\\.md|(?:problems|report|audit)/.*");

  /** The files of a module that a rendered root carries along. */
  private static final Pattern VENDORED = Pattern.compile("(?!tests/|\\.).*\\.tf");

  /** What the program is built from. */
  private static final Pattern PROGRAM =
      Pattern.compile("pom\\.xml|cli/pom\\.xml|(?:\\.mvn|cli/pack|cli/src/main)/.*");

  /** The environments that a change touches, in the order in which they are given. */
  public List<Touched> of(List<String> files, List<Parts> environments) {
    return environments.stream()
        .map(parts -> new Touched(parts.environment(), causes(files, parts)))
        .filter(touched -> !touched.causes().isEmpty())
        .toList();
  }

  /** True if any of the files is part of a module. */
  public boolean hasModules(List<String> files) {
    return files.stream().anyMatch(file -> sources.below(Folder.MODULES, file).isPresent());
  }

  /** The changed spec files that are no environment and no part of one: such as those gone. */
  public List<String> specs(List<String> files) {
    return files.stream()
        .filter(file -> sources.below(Folder.SPECS, file).filter(Impact::isSpec).isPresent())
        .toList();
  }

  private static boolean isSpec(String path) {
    return path.endsWith(YAML) && path.indexOf('/') < 0;
  }

  private List<Cause> causes(List<String> files, Parts parts) {
    return files.stream()
        .flatMap(file -> kind(file, parts).map(kind -> new Cause(kind, file)).stream())
        .sorted(Comparator.comparing(Cause::kind).thenComparing(Cause::file))
        .toList();
  }

  private Optional<Kind> kind(String file, Parts parts) {
    return Stream.<Optional<Kind>>of(
            sources.below(Folder.SPECS, file).flatMap(path -> spec(path, parts)),
            sources
                .below(Folder.PROFILES, file)
                .filter(path -> isProfile(path, parts))
                .map(path -> Kind.PROFILE),
            sources.below(Folder.SCHEMAS, file).flatMap(path -> schema(path, parts)),
            sources.below(Folder.TEMPLATES, file).flatMap(path -> template(path, parts)),
            sources
                .below(Folder.MODULES, file)
                .filter(path -> isModule(path, parts))
                .map(path -> Kind.MODULE),
            sources
                .below(Folder.PROGRAM, file)
                .filter(path -> PROGRAM.matcher(path).matches())
                .map(path -> Kind.PROGRAM))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Kind> spec(String path, Parts parts) {
    if (!isSpec(path)) {
      return Optional.empty();
    }
    return switch (parts.specs().indexOf(withoutEnding(path))) {
      case -1 -> Optional.empty();
      case 0 -> Optional.of(Kind.SPEC);
      default -> Optional.of(Kind.EXTENDED);
    };
  }

  private static boolean isProfile(String path, Parts parts) {
    return isSpec(path) && parts.isJudgedBy(withoutEnding(path));
  }

  private static Optional<Kind> schema(String path, Parts parts) {
    if (WITHOUT_EFFECT.matcher(path).matches()) {
      return Optional.empty();
    }
    String profiles = "residency/";
    if (!path.startsWith(profiles)) {
      return Optional.of(Kind.SCHEMA);
    }
    String profile = path.substring(profiles.length());
    return OF_ALL.contains(profile) || isProfile(profile, parts)
        ? Optional.of(Kind.PROFILE)
        : Optional.empty();
  }

  private static Optional<Kind> template(String path, Parts parts) {
    int slash = path.indexOf('/');
    if (slash < 0 || !parts.isOf(path.substring(0, slash))) {
      return Optional.empty();
    }
    if (path.substring(slash + 1).equals(LOCK_FILE)) {
      return Optional.of(Kind.LOCK_FILE);
    }
    return path.endsWith(TEMPLATE) ? Optional.of(Kind.TEMPLATE) : Optional.empty();
  }

  private static boolean isModule(String path, Parts parts) {
    String[] folders = path.split("/", 3);
    return folders.length == 3
        && VENDORED.matcher(folders[2]).matches()
        && parts.isOf(folders[0])
        && parts.carries(folders[1]);
  }

  private static String withoutEnding(String path) {
    return path.substring(0, path.length() - YAML.length());
  }
}
