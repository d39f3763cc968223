package com.cashtrace.infra.terraform;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the user said of terraform, and where.
 *
 * @param program {@code --terraform} or {@code CASHTRACE_TERRAFORM}: a path, or a name on PATH;
 *     null for {@code terraform} on PATH
 * @param mirror {@code --provider-mirror} or {@code CASHTRACE_PROVIDER_MIRROR}, or null
 * @param environment the process' environment variables
 * @param directory the working folder, from which relative paths count
 */
public record TerraformOptions(
    @Nullable String program,
    @Nullable Path mirror,
    Map<String, String> environment,
    Path directory) {

  /** Copies the variables; a variable that is set to nothing is a flag that was not given. */
  public TerraformOptions {
    environment = Map.copyOf(environment);
    program = program == null || program.isBlank() ? null : program;
    mirror = mirror == null || mirror.toString().isBlank() ? null : mirror;
  }

  /** The user's own folder, or null where the environment does not name one. */
  @Nullable Path home() {
    String home = environment.get("HOME");
    return home == null || home.isBlank() ? null : Path.of(home);
  }
}
