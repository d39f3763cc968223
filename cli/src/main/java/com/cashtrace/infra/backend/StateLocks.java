package com.cashtrace.infra.backend;

import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The locks of a state as terraform keeps them: a file in the bucket, an item in the table, or both
 * with the same id, of which the file is taken first.
 *
 * @param aws asks
 * @param place of the state
 */
public record StateLocks(Aws aws, StatePlace place) {

  private LockStore store() {
    return new LockStore(aws, place);
  }

  /** Both kinds, also the one that the spec no longer uses: a change may have left it held. */
  public List<LockHalf> halves() {
    return Arrays.stream(LockHalf.Kind.values())
        .map(kind -> new LockHalf(kind, isUsed(kind), store().read(kind).orElse(null)))
        .toList();
  }

  private boolean isUsed(LockHalf.Kind kind) {
    return switch (kind) {
      case S3 -> place.locksInBucket();
      case DYNAMODB -> place.locksInTable();
    };
  }

  /**
   * Releases the lock of an id: every half that is held by it.
   *
   * @param before hears which halves are about to be released; what it throws prevents it
   * @return the halves that were released; none if nothing was locked
   * @throws FailureException {@code lock-of-another} if a half is held by another id; nothing is
   *     released then
   */
  public List<LockHalf> release(String id, Consumer<List<LockHalf>> before) {
    List<LockHalf> held = halves().stream().filter(half -> half.info() != null).toList();
    for (LockHalf half : held) {
      LockInfo info = half.info();
      if (info != null && !info.id().equals(id)) {
        throw new FailureException(
            Problem.unlocated(
                "lock-of-another",
                "the lock in %s is held by '%s', and not by '%s': %s"
                    .formatted(half.kind().word(), info.id(), id, describe(info)),
                "'state status " + place.environment() + "' tells who holds what"));
      }
    }
    if (!held.isEmpty()) {
      before.accept(held);
    }
    held.forEach(half -> store().remove(half.kind()));
    return held;
  }

  /** Who holds a lock, since when, and for what. */
  static String describe(LockInfo info) {
    return "%s since %s (%s)".formatted(info.who(), info.created(), info.operation());
  }

  /**
   * Works while the state is locked as the spec says. The other kind must be free too.
   *
   * @throws FailureException {@code state-locked} if somebody else holds a lock; {@code lock-left}
   *     if all is done but for the release of the own one
   */
  <T> T alone(LockInfo own, Supplier<T> work) {
    refuseHeld();
    T result;
    try {
      Arrays.stream(LockHalf.Kind.values()).filter(this::isUsed).forEach(kind -> take(kind, own));
      result = work.get();
    } catch (FailureException e) {
      throw afterLettingGo(own, e);
    } catch (RuntimeException | Error e) {
      letGo(own);
      throw e;
    }
    try {
      letGo(own);
    } catch (FailureException e) {
      throw left(own, e);
    }
    return result;
  }

  private void take(LockHalf.Kind kind, LockInfo own) {
    if (!store().take(kind, own)) {
      throw locked("another run took the lock in " + kind.word() + " just now");
    }
  }

  void refuseHeld() {
    for (LockHalf half : halves()) {
      LockInfo info = half.info();
      if (info != null) {
        throw locked(
            "the state is locked in %s by %s, id '%s'"
                .formatted(half.kind().word(), describe(info), info.id()));
      }
    }
  }

  private FailureException locked(String message) {
    return new FailureException(
        Problem.unlocated(
            "state-locked",
            message,
            "wait until that run has ended; if it is dead, 'state unlock "
                + place.environment()
                + " ID' releases its lock"));
  }

  /** Removes what is found to be ours, for an answer may have been lost when it was taken. */
  private void letGo(LockInfo own) {
    halves().stream()
        .filter(half -> own.equals(half.info()))
        .forEach(half -> store().remove(half.kind()));
  }

  /** The failure of the work, which also tells if the lock is left. */
  private FailureException afterLettingGo(LockInfo own, FailureException failure) {
    try {
      letGo(own);
      return failure;
    } catch (FailureException e) {
      Problem problem = failure.problem();
      String hint = problem.hint() == null ? "" : problem.hint() + "; ";
      return new FailureException(
          problem.withHint(hint + "the lock of this run is left: " + remedy(own)),
          failure.exitCode(),
          failure);
    }
  }

  private FailureException left(LockInfo own, FailureException cause) {
    return new FailureException(
        Problem.unlocated(
            "lock-left",
            "all is done, but the lock '%s' of this run is left: %s"
                .formatted(own.id(), cause.problem().message()),
            remedy(own)),
        cause.exitCode(),
        cause);
  }

  private String remedy(LockInfo own) {
    return "'state unlock " + place.environment() + " " + own.id() + "' releases it";
  }
}
