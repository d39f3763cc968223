package com.cashtrace.infra.backend;

import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes bucket, table and keys of an environment's state, and puts right what of them is not as it
 * must be. Each step stands for itself: whatever was done before an interruption is found by the
 * next run, which does the rest.
 */
public final class Bootstrap {

  private final List<Resource> resources;

  private Bootstrap(List<Resource> resources) {
    this.resources = List.copyOf(resources);
  }

  /** Everything that the state needs; the caller's account has been checked. */
  public static Bootstrap of(Aws aws, StatePlace place) {
    StateKey key = StateKey.encrypting(aws, place);
    Stream<Resource> always =
        Stream.of(
            key,
            StateKey.signing(aws, place),
            new LogBucket(aws, place),
            new StateBucket(aws, place, key));
    Stream<Resource> table =
        place.locksInTable() ? Stream.of(new LockTable(aws, place, key)) : Stream.of();
    return new Bootstrap(Stream.concat(always, table).toList());
  }

  /**
   * Does what is to do, one step after the other.
   *
   * @param dryRun true to do nothing and only tell
   * @param told hears of each change after it was made, or of those that would be made
   * @throws FailureException before anything is changed where something is there that may not be
   *     used
   */
  public void run(boolean dryRun, Consumer<Change> told) {
    List<Boolean> there = resources.stream().map(Resource::exists).toList();
    for (int i = 0; i < resources.size(); i++) {
      run(resources.get(i), there.get(i), dryRun, told);
    }
  }

  /**
   * How a resource was found.
   *
   * @param resource its kind and name
   * @param changes what bootstrap would do about it
   * @param problem why nothing can be done or said about it, or null
   */
  public record Finding(String resource, List<Change> changes, @Nullable Problem problem) {

    /** Copies the changes. */
    public Finding {
      changes = List.copyOf(changes);
    }
  }

  /** Looks at each resource, also where another can't be looked at, and changes nothing. */
  public List<Finding> examine() {
    List<Finding> findings = new ArrayList<>();
    for (Resource resource : resources) {
      List<Change> changes = new ArrayList<>();
      Problem problem = null;
      try {
        run(resource, resource.exists(), true, changes::add);
      } catch (FailureException e) {
        problem = e.problem();
      }
      findings.add(new Finding(resource.name(), changes, problem));
    }
    return findings;
  }

  private static void run(Resource resource, boolean there, boolean dryRun, Consumer<Change> told) {
    if (!there) {
      if (!dryRun) {
        resource.create();
      }
      told.accept(Change.create(resource));
    }
    for (Setting setting : resource.settings()) {
      if (!there && dryRun) {
        told.accept(Change.set(resource, setting, null));
        continue;
      }
      String found = setting.found().get();
      if (!found.equals(setting.wanted())) {
        if (!dryRun) {
          setting.put().run();
        }
        told.accept(Change.set(resource, setting, there ? found : null));
      }
    }
  }
}
