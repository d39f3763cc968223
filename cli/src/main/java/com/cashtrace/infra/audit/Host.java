package com.cashtrace.infra.audit;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where it was done. Nothing else of the machine goes into the trail: variables and paths may hold
 * secrets.
 *
 * @param name of the machine
 * @param run address of the run in CI, or null outside of it
 * @param program version of this program
 */
public record Host(String name, @Nullable String run, String program) {

  /** The machine as the variables of a process tell it. */
  public static Host of(Map<String, String> environment, String name, String program) {
    String server = environment.get("GITHUB_SERVER_URL");
    String repository = environment.get("GITHUB_REPOSITORY");
    String run = environment.get("GITHUB_RUN_ID");
    boolean known =
        matches(server, "https://[A-Za-z0-9.-]+")
            && matches(repository, "[\\w.-]+/[\\w.-]+")
            && matches(run, "\\d+");
    return new Host(
        name, known ? server + "/" + repository + "/actions/runs/" + run : null, program);
  }

  private static boolean matches(@Nullable String value, String pattern) {
    return Objects.requireNonNullElse(value, "").matches(pattern);
  }
}
