package com.cashtrace.infra.terraform;

import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The environment variables that terraform gets.
 *
 * @param variables all of them, as {@code plan} gets them
 */
record TerraformEnvironment(Map<String, String> variables) {

  private static final Pattern ARGUMENTS = Pattern.compile("TF_CLI_ARGS(_.*)?");

  /** All that an offline run sees, so that its result is the same on any machine. */
  private static final Pattern OFFLINE =
      Pattern.compile(
          "PATH|HOME|TMPDIR|LANG|LANGUAGE|LC_[A-Z]+|(?i:https?_proxy|no_proxy|all_proxy)"
              + "|SSL_CERT_(FILE|DIR)|TF_CLI_CONFIG_FILE|TF_PLUGIN_CACHE_DIR|TF_CLI_ARGS(_plan)?"
              + "|TF_LOG(_.*)?|TF_TOKEN_.*|TF_REGISTRY_.*");

  private static final Map<String, String> ALWAYS =
      Map.of("TF_IN_AUTOMATION", "1", "TF_INPUT", "0", "CHECKPOINT_DISABLE", "1");

  /** The provider reads the user's AWS files even if it is given keys, and fails on broken ones. */
  private static final Map<String, String> NO_AWS_FILES =
      Map.of(
          "AWS_CONFIG_FILE", "/dev/null",
          "AWS_SHARED_CREDENTIALS_FILE", "/dev/null",
          "AWS_EC2_METADATA_DISABLED", "true");

  /** Copies the variables. */
  TerraformEnvironment {
    variables = Map.copyOf(variables);
  }

  /**
   * For a run without an account: of the given variables only those pass that say how to run, none
   * that says what to plan, but {@code TF_CLI_ARGS} and {@code TF_CLI_ARGS_plan}.
   *
   * @throws FailureException if {@code TF_WORKSPACE} is set
   */
  static TerraformEnvironment offline(Map<String, String> given) {
    String workspace = given.getOrDefault("TF_WORKSPACE", "");
    if (!workspace.isEmpty()) {
      throw new FailureException(
          Problem.unlocated(
              "terraform-workspace",
              "TF_WORKSPACE selects workspace '" + workspace + "', and an offline plan has none",
              "unset TF_WORKSPACE: every environment has a state of its own instead"));
    }
    Map<String, String> variables = only(given, name -> OFFLINE.matcher(name).matches());
    variables.putAll(NO_AWS_FILES);
    variables.putAll(ALWAYS);
    return new TerraformEnvironment(variables);
  }

  /** For calls whose answer this program reads: no arguments of the user's get into them. */
  static Map<String, String> internal(Map<String, String> given) {
    Map<String, String> variables = only(given, name -> !ARGUMENTS.matcher(name).matches());
    variables.putAll(ALWAYS);
    return variables;
  }

  /** The same for calls other than {@code plan}. */
  Map<String, String> internal() {
    return internal(variables);
  }

  /** The user's own arguments that {@code plan} gets: the result depends on them. */
  SortedMap<String, String> planArguments() {
    SortedMap<String, String> arguments = new TreeMap<>();
    for (String name : List.of("TF_CLI_ARGS", "TF_CLI_ARGS_plan")) {
      String value = variables.getOrDefault(name, "");
      if (!value.isBlank()) {
        arguments.put(name, value);
      }
    }
    return arguments;
  }

  private static Map<String, String> only(Map<String, String> given, Predicate<String> wanted) {
    Map<String, String> variables = new HashMap<>(given);
    variables.keySet().removeIf(wanted.negate());
    return variables;
  }
}
