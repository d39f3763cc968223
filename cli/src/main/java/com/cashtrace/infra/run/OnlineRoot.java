package com.cashtrace.infra.run;

import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.file.PrivateFolder;
import com.cashtrace.infra.plan.StateContent;
import com.cashtrace.infra.plan.StateReader;
import com.cashtrace.infra.plan.StoredState;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.render.RenderedTree;
import com.cashtrace.infra.terraform.InitResult;
import com.cashtrace.infra.terraform.Terraform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
    StateReader reader = new StateReader(watcher::secret);
    return showState(json -> reader.read("the state", json));
  }

  /** Makes something of the JSON in which terraform shows the state. */
  @FunctionalInterface
  interface StateUse<T> {
    T read(InputStream json) throws IOException;
  }

  /**
   * Has terraform show the state that it has by now, and returns what was made of it; what keeps it
   * from that is told with what to do about it.
   */
  <T> T showState(StateUse<T> use) {
    AtomicReference<@Nullable T> made = new AtomicReference<>();
    try {
      terraform.showState(path(), json -> made.set(use.read(json)));
    } catch (FailureException e) {
      throw new FailureException(places.explained(e.problem()), e.exitCode(), e);
    }
    return Objects.requireNonNull(made.get(), "terraform showed nothing, and no failure either");
  }

  /**
   * Makes something of the same JSON without terraform, where it is not needed for that.
   *
   * @param written the state as an apply wrote it just now, or null to ask terraform for it
   */
  <T> T showState(byte @Nullable [] written, StateUse<T> use) {
    byte[] shown = written == null ? null : StoredState.shown(written).orElse(null);
    if (shown == null) {
      return showState(use);
    }
    try {
      return use.read(new ByteArrayInputStream(shown));
    } catch (IOException e) {
      throw new UncheckedIOException("what lies in memory can be read", e);
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
