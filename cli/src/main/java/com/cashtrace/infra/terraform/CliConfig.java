package com.cashtrace.infra.terraform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cashtrace.infra.file.Folders;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.problem.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the user's own configuration of terraform says of providers.
 *
 * @param environment the process' variables, without one that names a file which is not there
 * @param mirrors the folders of its {@code filesystem_mirror} blocks, absolute
 * @param installs true if it has a {@code provider_installation} block
 * @param caches true if inits keep what they fetch in a folder that they share
 * @param warning about a variable that was dropped, or null
 */
public record CliConfig(
    Map<String, String> environment,
    List<Path> mirrors,
    boolean installs,
    boolean caches,
    @Nullable Problem warning) {

  /** The variable that names the file. */
  public static final String VARIABLE = "TF_CLI_CONFIG_FILE";

  /** Copies what it is given. */
  public CliConfig {
    environment = Map.copyOf(environment);
    mirrors = List.copyOf(mirrors);
  }

  /** Reads the files that terraform would read; one that can't be understood says nothing. */
  public static CliConfig of(TerraformOptions options) {
    Map<String, String> environment = new HashMap<>(options.environment());
    String named = environment.getOrDefault(VARIABLE, "");
    Problem warning = null;
    List<Path> files;
    Path file = options.directory().resolve(named);
    if (!named.isEmpty() && Files.isRegularFile(file)) {
      environment.put(VARIABLE, file.toString()); // terraform runs in another folder
      files = List.of(file);
    } else {
      environment.remove(VARIABLE);
      warning = named.isEmpty() ? null : dropped(named);
      files = usual(options.home());
    }
    List<Path> mirrors = new ArrayList<>();
    boolean installs = false;
    boolean caches = !environment.getOrDefault("TF_PLUGIN_CACHE_DIR", "").isEmpty();
    for (Path each : files) {
      CliConfigText text = text(each);
      text.mirrors().forEach(path -> mirrors.add(options.directory().resolve(path).normalize()));
      installs = installs || text.installs();
      caches = caches || text.caches();
    }
    return new CliConfig(environment, mirrors, installs, caches, warning);
  }

  private static Problem dropped(String named) {
    return new Problem(
        Severity.WARNING,
        "cli-config-missing",
        VARIABLE + " names '" + named + "', which is no file; it is ignored",
        null,
        "unset " + VARIABLE + ", or name your terraform CLI configuration");
  }

  private static List<Path> usual(@Nullable Path home) {
    if (home == null) {
      return List.of();
    }
    List<Path> files = new ArrayList<>();
    files.add(home.resolve(".terraformrc"));
    try (Stream<Path> more = Files.list(home.resolve(".terraform.d"))) {
      more.filter(path -> path.toString().matches(".*\\.tfrc(\\.json)?"))
          .sorted()
          .forEach(files::add);
    } catch (IOException e) {
      return files; // few users have that folder
    }
    return files;
  }

  private static CliConfigText text(Path file) {
    boolean regular = Files.isRegularFile(file) && Files.isReadable(file);
    return CliConfigText.read(
        regular ? Folders.read(file).map(bytes -> new String(bytes, UTF_8)).orElse("") : "");
  }
}
