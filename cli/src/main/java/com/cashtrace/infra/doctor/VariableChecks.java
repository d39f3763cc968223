package com.cashtrace.infra.doctor;

import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.terraform.CliConfig;
import com.cashtrace.infra.terraform.TerraformOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which environment variables change what commands do; their names only, never their values. */
record VariableChecks(TerraformOptions options, CliConfig config) {

  private static final String CACHE = "TF_PLUGIN_CACHE_DIR";

  /** Families of variables and what each does; the first that fits a name counts. */
  private static final List<Family> FAMILIES =
      List.of(
          new Family(
              "TF_WORKSPACE",
              Status.PROBLEM,
              "an offline plan refuses it",
              "unset it: every environment has a state of its own instead"),
          new Family(
              "TF_CLI_ARGS|TF_CLI_ARGS_plan",
              Status.WARNING,
              "terraform adds it to each plan, which records it",
              "unset it, unless every plan shall be made with it"),
          new Family(
              "TF_CLI_ARGS_.*|TF_DATA_DIR|TF_REATTACH_PROVIDERS|TF_VAR_.*",
              Status.WARNING,
              "an offline plan does not see it",
              "unset it, unless you set it for other roots"),
          new Family(
              "TF_LOG(_.*)?",
              Status.WARNING,
              "terraform logs, slowly, and may log secrets",
              "unset it when you have seen what you looked for"),
          new Family("AWS_.*", Status.OK, "an offline plan does not see it", null),
          new Family("CASHTRACE_.*", Status.OK, "this program takes a setting from it", null));

  List<Check> all() {
    List<Check> checks = new ArrayList<>();
    checks.add(cliConfig());
    checks.add(cache());
    for (Family family : FAMILIES) {
      List<String> names =
          options.environment().entrySet().stream()
              .filter(variable -> !variable.getValue().isEmpty())
              .map(Map.Entry::getKey)
              .filter(name -> family.equals(of(name)))
              .sorted()
              .toList();
      for (String name : names) {
        checks.add(new Check(name, family.status(), "is set: " + family.effect(), family.fix()));
      }
    }
    return checks;
  }

  private static @Nullable Family of(String name) {
    return FAMILIES.stream().filter(family -> family.fits(name)).findFirst().orElse(null);
  }

  private Check cliConfig() {
    Problem warning = config.warning();
    if (warning != null) {
      String fix = warning.hint() == null ? "unset it" : warning.hint();
      String detail = warning.message().replaceFirst("^" + CliConfig.VARIABLE + " ", "");
      return Check.warning(CliConfig.VARIABLE, detail, fix);
    }
    boolean set = config.environment().containsKey(CliConfig.VARIABLE);
    return Check.ok(CliConfig.VARIABLE, set ? "names a file, which terraform reads" : "is not set");
  }

  private Check cache() {
    String folder = options.environment().getOrDefault(CACHE, "");
    if (folder.isEmpty()) {
      return Check.ok(CACHE, "is not set");
    }
    Path cache = options.directory().resolve(folder);
    if (Files.isDirectory(cache) && !Files.isWritable(cache)) {
      String detail = "names '" + folder + "', which you may not write to";
      return Check.problem(CACHE, detail, "let yourself write there, or unset " + CACHE);
    }
    return Files.isDirectory(cache)
        ? Check.ok(CACHE, "names a folder, where terraform keeps what it fetches")
        : Check.warning(
            CACHE,
            "names '" + folder + "', which is no folder; terraform goes on without a cache",
            "make that folder, or unset " + CACHE);
  }

  private record Family(String pattern, Status status, String effect, @Nullable String fix) {

    boolean fits(String name) {
      return Pattern.matches(pattern, name);
    }
  }
}
