package com.cashtrace.infra.run;

import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.file.PrivateFolder;
import com.cashtrace.infra.plan.StateContent;
import com.cashtrace.infra.plan.StateReader;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.process.OutputReader;
import com.cashtrace.infra.render.RenderedTree;
import com.cashtrace.infra.terraform.InitResult;
import com.cashtrace.infra.terraform.Terraform;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The root of an environment in its work folder, initialised with its backend; nobody else is at
 * work there.
 *
 * @param terraform works on it
 * @param tree what was rendered
 * @param folder the work folder, of mode 0700; the root lies below it
 * @param places leads from terraform's words back to the spec
 * @param init how it was initialised
 * @param begun when the work began, by {@link System#nanoTime}
 */
record OnlineRoot(
    Terraform terraform,
    RenderedTree tree,
    PrivateFolder folder,
    PlaceFinder places,
    InitResult init,
    long begun) {

  private static final String NAME = "root";

  Environment environment() {
    return places.environment();
  }

  /** Where terraform runs. */
  Path path() {
    return path(folder);
  }

  /**
   * The state that it has by now, without the JSON in which terraform shows it.
   *
   * @param watcher is told every secret of it
   */
  StateContent state(PlanWatcher watcher) {
    AtomicReference<@Nullable StateContent> content = new AtomicReference<>();
    StateReader reader = new StateReader(watcher::secret);
    showState(json -> content.set(reader.read("the state", json)));
    return Objects.requireNonNull(content.get(), "terraform showed nothing, and no failure either");
  }

  /** Hands on the JSON in which terraform shows the state. */
  void showState(OutputReader reader) {
    try {
      terraform.showState(path(), reader);
    } catch (FailureException e) {
      throw new FailureException(places.explained(e.problem()), e.exitCode(), e);
    }
  }

  /** How messages call the work folder. */
  String label() {
    return OnlineRoots.label(environment());
  }

  static Path path(PrivateFolder folder) {
    return folder.resolve(NAME);
  }

  /** How messages call the root in a work folder. */
  static String label(String folder) {
    return folder + "/" + NAME;
  }
}
