package com.cashtrace.infra.run;

import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.file.AtomicFiles;
import com.cashtrace.infra.file.Folders;
import com.cashtrace.infra.file.PrivateFolder;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.render.RenderedTree;
import com.cashtrace.infra.terraform.EndpointOverride;
import com.cashtrace.infra.terraform.InitResult;
import com.cashtrace.infra.terraform.Shown;
import com.cashtrace.infra.terraform.Terraform;
import com.cashtrace.infra.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the roots of environments ready to work with their accounts. Each has a work folder of its
 * own: the next run starts from what init left there.
 *
 * @param terraform one that is online
 * @param rendering renders an environment
 * @param project the project's folder
 * @param watcher is told what goes on
 * @param variables the process' environment variables
 */
public record OnlineRoots(
    Terraform terraform,
    Function<Environment, RenderedTree> rendering,
    Path project,
    PlanWatcher watcher,
    Map<String, String> variables) {

  /** The folder below the project that holds one work folder for each environment. */
  public static final String SCRATCH = "build/.online";

  /** Copies the variables. */
  public OnlineRoots {
    variables = Map.copyOf(variables);
  }

  /**
   * What became of work on a root.
   *
   * @param value what the work gave, or null if it did not begin
   * @param problems why it did not
   */
  public record Attempt<T>(@Nullable T value, List<Problem> problems) {

    /** Copies the problems. */
    public Attempt {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Renders a root, initialises it, and works on it while other processes are kept out. Where init
   * fails nothing is worked on.
   *
   * @param account was asked who calls; init, which reads the state, does not run before it has
   *     answered, but where nothing has to be initialised the work begins at once
   */
  <T> Attempt<T> with(Environment environment, Meanwhile<?> account, Function<OnlineRoot, T> work) {
    long begun = System.nanoTime();
    RenderedTree tree = rendering.apply(environment);
    String label = label(environment);
    PrivateFolder folder = PrivateFolder.at(project.resolve(label));
    PlaceFinder places =
        new PlaceFinder(
            environment,
            OnlineRoot.label(label),
            new Around(environment, folder.path(), variables));
    return folder.alone(
        () -> {
          Path root = OnlineRoot.path(folder);
          new Workspace(root, places.root()).write(tree);
          override(root);
          InitResult init = init(root, account);
          return init.succeeded()
              ? new Attempt<>(
                  worked(work, new OnlineRoot(terraform, tree, folder, places, init, begun)),
                  List.of())
              : new Attempt<>(
                  null, init.problems().stream().map(each -> explained(each, places)).toList());
        });
  }

  /** How messages call the work folder of an environment. */
  static String label(Environment environment) {
    return SCRATCH + "/" + environment.name();
  }

  private static <T> T worked(Function<OnlineRoot, T> work, OnlineRoot root) {
    try {
      return work.apply(root);
    } catch (FailureException e) {
      throw new FailureException(root.places().explained(e.problem()), e.exitCode(), e);
    }
  }

  /** Init reads the state too; what is known of the provider is known better. */
  private static Problem explained(Problem problem, PlaceFinder places) {
    return problem.hint() == null ? places.explained(problem) : problem;
  }

  private void override(Path root) {
    Path file = root.resolve(EndpointOverride.FILE);
    if (EndpointOverride.isNeeded(variables, root)) {
      AtomicFiles.shared().write(file, EndpointOverride.text());
    } else {
      Folders.remove(file, root); // a run with other variables may have left it
    }
  }

  private InitResult init(Path root, Meanwhile<?> account) {
    try (Shown step = watcher.begin("init")) {
      return terraform.init(root, account::await, step);
    }
  }
}
