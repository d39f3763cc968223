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
 * The environment variables that terraform gets, and what else depends on whether there is an
 * account.
 *
 * @param variables all of them, as {@code plan} and {@code apply} get them
 * @param initOptions of {@code init}, beside those that it always gets
 * @param planOptions of {@code plan}, likewise
 * @param shared true if others work with the same state, which is locked then
 */
record TerraformEnvironment(
    Map<String, String> variables,
    List<String> initOptions,
    List<String> planOptions,
    boolean shared) {

  private static final Pattern ARGUMENTS = Pattern.compile("TF_CLI_ARGS(_.*)?");

  /** All that an offline run sees, so that its result is the same on any machine. */
  private static final Pattern OFFLINE =
      Pattern.compile(
          "PATH|HOME|TMPDIR|LANG|LANGUAGE|LC_[A-Z]+|(?i:https?_proxy|no_proxy|all_proxy)"
              + "|SSL_CERT_(FILE|DIR)|GOGC|GOMEMLIMIT|TF_CLI_CONFIG_FILE|TF_PLUGIN_CACHE_DIR|TF_CLI_ARGS(_plan)?"
              + "|TF_LOG(_.*)?|TF_TOKEN_.*|TF_REGISTRY_.*");

  private static final Map<String, String> ALWAYS =
      Map.of("TF_IN_AUTOMATION", "1", "TF_INPUT", "0", "CHECKPOINT_DISABLE", "1");

  /**
   * How much a program in Go lets its heap grow, in percent, before it collects. The schema of the
   * provider is most of that heap: with Go's own 100 a plan of 300 resources takes a fifth to a
   * quarter more processor time, with this one 100 MB more.
   */
  private static final String COLLECTOR = "GOGC";

  private static final String COLLECTOR_PERCENT = "300";

  /** The provider reads the user's AWS files even if it is given keys, and fails on broken ones. */
  private static final Map<String, String> NO_AWS_FILES =
      Map.of(
          "AWS_CONFIG_FILE", "/dev/null",
          "AWS_SHARED_CREDENTIALS_FILE", "/dev/null",
          "AWS_EC2_METADATA_DISABLED", "true");

  /** How often terraform saves the state while it applies: what it did since is lost by a kill. */
  private static final String PERSIST_INTERVAL = "TF_STATE_PERSIST_INTERVAL";

  /** Terraform's own is 20; a save takes a fraction of a second. */
  private static final String PERSIST_SECONDS = "5";

  /** A state that is somewhere else, workspaces and terraform's own folder would mislead us. */
  private static final Pattern OURS = Pattern.compile("TF_DATA_DIR|TF_WORKSPACE");

  /** Copies what it is given. */
  TerraformEnvironment {
    variables = Map.copyOf(variables);
    initOptions = List.copyOf(initOptions);
    planOptions = List.copyOf(planOptions);
  }

  /**
   * For a run without an account: of the given variables only those pass that say how to run, none
   * that says what to plan, but {@code TF_CLI_ARGS} and {@code TF_CLI_ARGS_plan}.
   *
   * @throws FailureException if {@code TF_WORKSPACE} is set
   */
  static TerraformEnvironment offline(Map<String, String> given) {
    refuseWorkspace(given);
    Map<String, String> variables = only(given, name -> OFFLINE.matcher(name).matches());
    variables.putAll(NO_AWS_FILES);
    variables.putAll(ALWAYS);
    variables.putIfAbsent(COLLECTOR, COLLECTOR_PERCENT);
    // A small local state may be there, but nothing to compare it with.
    return new TerraformEnvironment(variables, List.of(), List.of("-refresh=false"), false);
  }

  /**
   * For a run with an account: everything passes but where terraform would keep its own files.
   *
   * @throws FailureException if {@code TF_WORKSPACE} is set
   */
  static TerraformEnvironment online(Map<String, String> given) {
    refuseWorkspace(given);
    Map<String, String> variables = only(given, name -> !OURS.matcher(name).matches());
    variables.putAll(ALWAYS);
    variables.putIfAbsent(COLLECTOR, COLLECTOR_PERCENT);
    List<String> backend =
        EndpointOverride.isNeeded(given) ? EndpointOverride.INIT_OPTIONS : List.of();
    variables.putIfAbsent(PERSIST_INTERVAL, PERSIST_SECONDS);
    return new TerraformEnvironment(variables, backend, List.of(), true);
  }

  private static void refuseWorkspace(Map<String, String> given) {
    String workspace = given.getOrDefault("TF_WORKSPACE", "");
    if (!workspace.isEmpty()) {
      throw new FailureException(
          Problem.unlocated(
              "terraform-workspace",
              "TF_WORKSPACE selects workspace '" + workspace + "', and environments have none",
              "unset TF_WORKSPACE: every environment has a state of its own instead"));
    }
  }

  /** For calls whose answer this program reads: no arguments of the user's get into them. */
  static Map<String, String> internal(Map<String, String> given) {
    Map<String, String> variables = only(given, name -> !ARGUMENTS.matcher(name).matches());
    variables.putAll(ALWAYS);
    return variables;
  }

  /** The same for calls other than {@code plan} and {@code apply}. */
  Map<String, String> internal() {
    return internal(variables);
  }

  /** The user's own arguments that a command gets: the result depends on them. */
  SortedMap<String, String> arguments(String command) {
    SortedMap<String, String> arguments = new TreeMap<>();
    for (String name : List.of("TF_CLI_ARGS", "TF_CLI_ARGS_" + command)) {
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
