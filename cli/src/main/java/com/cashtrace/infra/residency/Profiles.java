package com.cashtrace.infra.residency;

import com.cashtrace.infra.document.MapNode;
import com.cashtrace.infra.document.ReadResult;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.YamlReader;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Nearest;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.schema.DataSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rule sets that there are: those of the program, and those of the company's own folder, which
 * add to them or take the place of the one of the same name. Each is read when it is first asked
 * for, and once.
 */
public final class Profiles {

  /** The company's own folder, as seen from the project, and the first part of printed names. */
  public static final String FOLDER = "residency";

  /** The rules that apply beside every profile; no profile may be called like this. */
  static final String ALWAYS = "always";

  private static final String PACKAGED = "schemas/residency";
  private static final String ENDING = ".yaml";

  private final Resources resources;
  private final @Nullable Path own;
  private final Map<String, ReadResult<Profile>> read = new HashMap<>();
  private @Nullable Profile always;

  private Profiles(Resources resources, @Nullable Path own) {
    this.resources = resources;
    this.own = own;
  }

  /**
   * Reads nothing yet.
   *
   * @param own the company's own folder, or null; it need not exist
   */
  public static Profiles read(Resources resources, @Nullable Path own) {
    return new Profiles(resources, own);
  }

  /** The names of all profiles, sorted. */
  public List<String> names() {
    TreeSet<String> names = new TreeSet<>(ownNames());
    for (String path : resources.list(PACKAGED)) {
      if (path.endsWith(ENDING)) {
        names.add(path.substring(PACKAGED.length() + 1, path.length() - ENDING.length()));
      }
    }
    names.remove(ALWAYS);
    return List.copyOf(names);
  }

  /** One profile, or what is wrong with its file; a name that there is none of is a problem too. */
  public synchronized ReadResult<Profile> profile(String name) {
    return read.computeIfAbsent(name, this::load);
  }

  /** The rules of the law that apply whatever profiles are named. */
  public synchronized Profile always() {
    if (always == null) {
      ReadResult<Profile> result = packaged(ALWAYS);
      always = result.value().orElseThrow(() -> new FailureException(result.problems().get(0)));
    }
    return always;
  }

  /** Every profile, those of bad files left out, and the rules that always apply. */
  public List<Profile> all() {
    return Stream.concat(
            Stream.of(always()),
            names().stream().map(this::profile).flatMap(result -> result.value().stream()))
        .toList();
  }

  /** The profiles that have a rule of an id, each with that rule alone. */
  public List<Profile> withRule(String id) {
    return all().stream()
        .map(profile -> profile.only(id))
        .filter(profile -> !profile.rules().isEmpty())
        .toList();
  }

  /** What is wrong with a name that no profile has. */
  Problem unknown(String name, @Nullable Location location) {
    return Problem.unlocated("unknown-profile", "there is no profile '" + name + "'", null)
        .withHint(Nearest.hint(name, names(), "profiles"))
        .at(location);
  }

  private ReadResult<Profile> load(String name) {
    if (own != null && Files.exists(own.resolve(name + ENDING))) {
      return own(own.resolve(name + ENDING), name);
    }
    return names().contains(name) ? packaged(name) : failed(List.of(unknown(name, null)));
  }

  private ReadResult<Profile> own(Path file, String name) {
    String label = FOLDER + "/" + name + ENDING;
    if (name.equals(ALWAYS)) {
      String message = "no profile can be called '" + ALWAYS + "', the rules that always apply";
      return failed(List.of(Problem.error("profile-reserved", message, Location.ofFile(label))));
    }
    ReadResult<MapNode> content = YamlReader.readMap(file, label);
    if (content.value().isEmpty()) {
      return failed(content.problems());
    }
    List<Problem> reserved = ProfileReader.reserved(content.value().get());
    return reserved.isEmpty() ? checked(name, content.value().get()) : failed(reserved);
  }

  private ReadResult<Profile> packaged(String name) {
    MapNode content = resources.yaml(PACKAGED + "/" + name + ENDING);
    // the build checks the program's own files, and start-up is short of time
    return resources.folders().containsKey("schemas")
        ? checked(name, content)
        : success(ProfileReader.profile(name, content));
  }

  private ReadResult<Profile> checked(String name, MapNode content) {
    DataSchema schema = DataSchema.read(resources, PACKAGED + "/profile.schema.json");
    List<Problem> problems = schema.check(content);
    return problems.isEmpty() ? success(ProfileReader.profile(name, content)) : failed(problems);
  }

  private List<String> ownNames() {
    if (own == null || !Files.isDirectory(own)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(own)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(ENDING) && !file.startsWith("."))
          .map(file -> file.substring(0, file.length() - ENDING.length()))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static ReadResult<Profile> success(Profile profile) {
    return new ReadResult<>(Optional.of(profile), List.of());
  }

  private static ReadResult<Profile> failed(List<Problem> problems) {
    return new ReadResult<>(Optional.empty(), problems);
  }
}
