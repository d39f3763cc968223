package com.cashtrace.infra.backend;

import com.cashtrace.infra.file.Digests;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** The state of one environment where it lies. */
public final class StateFile {

  private final StatePlace place;
  private final StateObjects objects;
  private final StateLocks locks;
  private final StateDigest digest;

  /** The state at a place; the caller's account has been checked. */
  public StateFile(Aws aws, StatePlace place) {
    this.place = place;
    this.objects = new StateObjects(aws, place);
    this.locks = new StateLocks(aws, place);
    this.digest = new StateDigest(aws, place);
  }

  /** How it stands about it. */
  public StateStatus status() {
    return status((head, content) -> {});
  }

  /**
   * How it stands about it.
   *
   * @param reader gets its head and all of it, if it is one that terraform would read
   */
  public StateStatus status(BiConsumer<StateHead, byte[]> reader) {
    objects.requireBucket();
    byte[] current = objects.current().map(ResponseBytes::asByteArrayUnsafe).orElse(new byte[0]);
    Optional<StateHead> head = StateHead.read(current);
    List<StateVersion> versions = objects.all();
    StateVersion latest =
        versions.stream()
            .filter(version -> version.latest() && !version.removed())
            .map(version -> version.with(head.orElse(null)))
            .findFirst()
            .orElse(null);
    StateStatus.Digest known = digest.compare(current);
    if (known != StateStatus.Digest.DIFFERS) {
      head.ifPresent(h -> reader.accept(h, current));
    }
    return new StateStatus(place, latest, versions.size(), known, locks.halves());
  }

  /** What the state says of itself, or nothing if there is none that can be read. */
  public Optional<StateHead> head() {
    return objects.beginning().flatMap(answer -> StateHead.read(answer.asByteArray()));
  }

  /**
   * What tells the version that counts from all others, or nothing if there is no state yet.
   *
   * @throws FailureException if there is no bucket, or something else than a state in it
   */
  public Optional<StateMark> mark() {
    objects.requireBucket();
    return objects
        .beginning()
        .map(
            answer ->
                new StateMark(
                    answer.response().eTag(),
                    require(StateHead.read(answer.asByteArray()), place.address())));
  }

  /** The newest versions, the newest first, with what each says of itself. */
  public List<StateVersion> history(int most) {
    objects.requireBucket();
    return objects.all().stream().limit(most).map(objects::withHead).toList();
  }

  /** Releases a lock, as {@link StateLocks#release} says. */
  public List<LockHalf> unlock(String id, Consumer<List<LockHalf>> before) {
    return locks.release(id, before);
  }

  /**
   * Makes an older version the one that counts, as a new version with a serial of its own: a plan
   * that was made for the older one does not fit it.
   *
   * @param before hears of it before it is done; what it throws prevents it
   */
  public StateWritten restore(String version, LockInfo own, Consumer<StateChange> before) {
    return locks.alone(
        own,
        () -> {
          byte[] older = objects.version(version).orElseThrow(() -> unknown(version));
          StateHead head = head(older, "version '" + version + "'");
          Current current = current();
          requireLineage(current.head(), head, "version '" + version + "'");
          if (StateHead.same(current.bytes(), older)) {
            return keep(current);
          }
          long least = current.head() == null ? 0 : current.head().serial();
          byte[] state = StateHead.withSerial(older, Math.max(least, head.serial()) + 1);
          return write(state, current, before);
        });
  }

  /**
   * Writes a state that terraform could not upload.
   *
   * @param name of the file, for messages
   * @param before hears of it before it is done; what it throws prevents it
   */
  public StateWritten push(byte[] state, String name, LockInfo own, Consumer<StateChange> before) {
    StateHead head = head(state, "'" + name + "'");
    return locks.alone(
        own,
        () -> {
          Current current = current();
          requireLineage(current.head(), head, "'" + name + "'");
          if (StateHead.same(current.bytes(), state)) {
            return keep(current);
          }
          requireLater(current.head(), head, name);
          return write(state, current, before);
        });
  }

  /**
   * Makes sure that nobody is at work with the state now.
   *
   * @throws FailureException {@code state-locked} if somebody holds a lock, of either kind
   */
  public void requireUnlocked() {
    locks.refuseHeld();
  }

  /** Whether a state that terraform could not upload still has to be. */
  public StateUpload upload(byte[] state) {
    StateHead head = StateHead.read(state).orElse(null);
    Current current = current();
    StateHead there = current.head();
    if (head == null || (there != null && !there.lineage().equals(head.lineage()))) {
      return StateUpload.FOREIGN;
    }
    if (StateHead.same(current.bytes(), state)) {
      return StateUpload.DONE;
    }
    if (there == null || head.serial() > there.serial()) {
      return StateUpload.NEEDED;
    }
    boolean older =
        objects.all().stream()
            .filter(version -> version.bytes() == state.length) // a push keeps each byte
            .anyMatch(
                version ->
                    objects.version(version.id()).filter(b -> Arrays.equals(b, state)).isPresent());
    return older ? StateUpload.DONE : StateUpload.OVERTAKEN;
  }

  private StateWritten keep(Current current) {
    digest.note(current.bytes()); // an earlier try may have been cut off before it
    StateHead head = current.head();
    return new StateWritten(place, false, "", head == null ? 0 : head.serial());
  }

  private StateWritten write(byte[] state, Current current, Consumer<StateChange> before) {
    StateHead head = head(state, "the state");
    before.accept(new StateChange(current.head(), head, Digests.sha256(state)));
    String version = objects.put(state, current.tag());
    digest.note(state);
    return new StateWritten(place, true, version, head.serial());
  }

  private Current current() {
    Optional<ResponseBytes<GetObjectResponse>> answer = objects.current();
    byte[] bytes = answer.map(ResponseBytes::asByteArray).orElse(new byte[0]);
    String tag = answer.map(a -> a.response().eTag()).orElse(null);
    return new Current(bytes, tag, StateHead.read(bytes).orElse(null));
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Current(byte[] bytes, @Nullable String tag, @Nullable StateHead head) {}

  private FailureException unknown(String version) {
    return failure(
        "state-version-unknown",
        "the state of '" + place.environment() + "' has no version '" + version + "'",
        "'state history " + place.environment() + "' lists them");
  }

  private static StateHead head(byte[] state, String what) {
    return require(StateHead.read(state).filter(head -> StateHead.isWhole(state)), what);
  }

  private static StateHead require(Optional<StateHead> head, String what) {
    return head.orElseThrow(
        () ->
            failure(
                "state-unreadable",
                what + " is no Terraform state of version 4, or not all of one",
                "name another one"));
  }

  /** A current state that cannot be read has no lineage to compare, and is what to get rid of. */
  private void requireLineage(@Nullable StateHead current, StateHead other, String what) {
    if (current != null && !current.lineage().equals(other.lineage())) {
      throw failure(
          "state-lineage",
          "%s is of lineage '%s', and the state of '%s' is of lineage '%s'"
              .formatted(what, other.lineage(), place.environment(), current.lineage()),
          "it is the state of something else; nothing was changed");
    }
  }

  private void requireLater(@Nullable StateHead current, StateHead other, String name) {
    if (current != null && other.serial() <= current.serial()) {
      throw failure(
          "state-serial",
          String.format(
              Locale.ROOT,
              "'%s' has serial %d, and the state of '%s' has serial %d and another content",
              name,
              other.serial(),
              place.environment(),
              current.serial()),
          "it is older than what is there; nothing was changed");
    }
  }

  private static FailureException failure(String code, String message, String hint) {
    return new FailureException(Problem.unlocated(code, message, hint));
  }
}
