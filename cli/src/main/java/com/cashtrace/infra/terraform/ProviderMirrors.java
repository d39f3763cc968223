package com.cashtrace.infra.terraform;

import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for a folder on this machine that holds the providers, so that nothing has to be fetched.
 *
 * @param shared the folder that terraform itself takes for one shared by all users
 * @param optional the folder below which administrators put what is no part of the system
 */
public record ProviderMirrors(Path shared, Path optional) {

  private static final String REGISTRY = "registry.terraform.io";

  /** The mirrors of this machine. */
  public static ProviderMirrors ofThisMachine() {
    return new ProviderMirrors(Path.of("/usr/local/share/terraform/plugins"), Path.of("/opt"));
  }

  /**
   * The first mirror that holds every provider: the one that the options name, those of the user's
   * CLI configuration, the usual folders; else the registry.
   *
   * @param platform in terraform's words: {@code linux_amd64}
   * @throws FailureException if the options name a mirror that lacks one ({@code provider-missing})
   */
  public MirrorChoice find(
      TerraformOptions options, CliConfig config, String platform, List<LockedProvider> providers) {
    if (options.mirror() != null) {
      Path named = options.directory().resolve(options.mirror()).normalize();
      require(named, platform, providers);
      return taken(named, "named by --provider-mirror", List.of(named));
    }
    Map<Path, String> candidates = candidates(options, config);
    List<Path> searched = List.copyOf(candidates.keySet());
    return candidates.entrySet().stream()
        .filter(mirror -> !providers.isEmpty() && holdsAll(mirror.getKey(), platform, providers))
        .findFirst()
        .map(mirror -> taken(mirror.getKey(), mirror.getValue(), searched))
        .orElseGet(() -> registry(config, platform, providers, searched));
  }

  private Map<Path, String> candidates(TerraformOptions options, CliConfig config) {
    Map<Path, String> candidates = new LinkedHashMap<>();
    config.mirrors().forEach(path -> candidates.putIfAbsent(path, "of your CLI configuration"));
    Path home = options.home();
    if (home != null) {
      candidates.putIfAbsent(home.resolve(".terraform.d/plugins"), "your own folder of providers");
    }
    candidates.putIfAbsent(shared, "this machine's folder of providers");
    mirrorsBelow(optional).forEach(path -> candidates.putIfAbsent(path, "found below " + optional));
    return candidates;
  }

  private static List<Path> mirrorsBelow(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(path -> Files.isDirectory(path.resolve(REGISTRY))).sorted().toList();
    } catch (IOException e) {
      return List.of(); // it is one of several places where a mirror may be, and need not be
    }
  }

  private static boolean holdsAll(Path mirror, String platform, List<LockedProvider> providers) {
    return providers.stream().allMatch(provider -> provider.isIn(mirror, platform));
  }

  private static void require(Path mirror, String platform, List<LockedProvider> providers) {
    List<String> lacking = new ArrayList<>();
    for (LockedProvider provider : providers) {
      if (!provider.isIn(mirror, platform)) {
        lacking.add(provider.toString());
      }
    }
    if (!Files.isDirectory(mirror)) {
      throw missing("--provider-mirror names '" + mirror + "', which is no folder");
    }
    if (!lacking.isEmpty()) {
      throw missing(
          "the mirror '" + mirror + "' has no " + String.join(", ", lacking) + " for " + platform);
    }
  }

  private static FailureException missing(String message) {
    return new FailureException(
        Problem.unlocated(
            "provider-missing",
            message,
            "'terraform providers mirror FOLDER', run in a rendered root on a machine with network,"
                + " fills a mirror"));
  }

  private static MirrorChoice taken(Path mirror, String why, List<Path> searched) {
    String sentence = "providers are taken from the mirror '" + mirror + "', " + why;
    return new MirrorChoice(mirror, sentence, searched);
  }

  private static MirrorChoice registry(
      CliConfig config, String platform, List<LockedProvider> providers, List<Path> searched) {
    String names =
        providers.stream().map(LockedProvider::toString).collect(Collectors.joining(", "));
    String why =
        providers.isEmpty()
            ? "no lock file says which ones are needed"
            : "no mirror on this machine has " + names + " for " + platform;
    String where = config.installs() ? "where your CLI configuration tells" : "the registry";
    return new MirrorChoice(null, "providers are taken from " + where + ": " + why, searched);
  }
}
