package com.cashtrace.infra.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * The trail of an environment, to be written to. Any number of writers, on any machines, may append
 * at once, and each may be killed at any moment; the package's page says how that ends well.
 */
public final class Trail {

  /** Each lost race means that somebody else's record went in: this many in a row are none. */
  private static final int ATTEMPTS = 200;

  private static final int LONGEST_PAUSE_MILLIS = 500;

  private final String environment;
  private final TrailStore store;
  private final VerifyingKey key;
  private final Sealer sealer;
  private final TrailJson json = new TrailJson();
  private final TrailTrouble trouble;

  /** The trail of that environment in that store, signed by that key. */
  public Trail(String environment, TrailStore store, HeadSigner signer, InstantSource clock) {
    this.environment = environment;
    this.store = store;
    this.key = signer.publicKey();
    this.sealer = new Sealer(environment, signer, clock, json);
    this.trouble = new TrailTrouble(store);
  }

  /**
   * The head as it is now, verified; empty where nothing was recorded yet. A command asks before it
   * does what it has to record: what fails here would fail afterwards.
   *
   * @throws FailureException if the head was tampered with, or belongs to another key
   */
  public Optional<Head> head() {
    return Optional.ofNullable(end().head());
  }

  /**
   * Writes a record and returns once the head holds it. If this fails or is killed, the record is
   * in the trail or it is not, and the next writer makes the trail whole in either case.
   *
   * @throws FailureException if the trail was tampered with: then nothing is written
   */
  public Receipt append(Entry entry) {
    String id = UUID.randomUUID().toString().replace("-", "");
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Position end = end();
      if (end.head() == null) {
        publishKey();
      }
      SealedRecord mine = sealer.record(entry, id, end);
      if (put(mine)) {
        advance(end, mine);
        return new Receipt(mine.sequence(), mine.digest());
      }
      adopt(end);
      pause(attempt);
    }
    throw busy();
  }

  /** The verified end of the trail. */
  private Position end() {
    return store.readTagged(TrailNames.HEAD).map(this::position).orElse(new Position(null, null));
  }

  private Position position(TrailStore.Tagged file) {
    HeadReader.Result result =
        new HeadReader(key, trouble, json).read(file.bytes(), Optional.of(environment));
    if (!result.problems().isEmpty()) {
      throw new FailureException(result.problems().get(0));
    }
    return new Position(result.head(), file.tag());
  }

  /** Puts the public key beside the records, so that a copy of the folder verifies by itself. */
  private void publishKey() {
    byte[] pem = key.pem().getBytes(US_ASCII);
    if (store.putIfAbsent(TrailNames.KEY, pem)) {
      return;
    }
    byte[] found = store.read(TrailNames.KEY).orElse(pem);
    if (!Arrays.equals(found, pem)) {
      throw new FailureException(
          trouble.keyDiffers(TrailNames.KEY, key.fingerprint(), VerifyingKey.fingerprint(found)));
    }
  }

  /** True if the record is in its place, also where an earlier try had put it there unnoticed. */
  private boolean put(SealedRecord record) {
    String name = TrailNames.record(record.sequence());
    byte[] bytes = record.file().bytes();
    return store.putIfAbsent(name, bytes)
        || store.read(name).filter(found -> Arrays.equals(found, bytes)).isPresent();
  }

  /**
   * Moves the head to the record that stands behind it: one whose writer is about to do the same,
   * or was killed before it could.
   */
  private void adopt(Position end) {
    String name = TrailNames.record(end.sequence() + 1);
    Optional<byte[]> bytes = store.read(name);
    boolean further = store.read(TrailNames.record(end.sequence() + 2)).isPresent();
    // in this order: the second record is written only once the head has moved to the first
    if (bytes.isEmpty() || !end().isSameAs(end)) {
      return;
    }
    if (further) {
      throw new FailureException(trouble.headBehind(end.sequence()));
    }
    advance(end, orphan(bytes.get(), end, name));
  }

  private SealedRecord orphan(byte[] bytes, Position end, String name) {
    try {
      SealedRecord orphan = SealedRecord.read(bytes, json);
      Optional<Problem> problem =
          new RecordCheck(trouble, environment, key).ofOrphan(orphan, name, end);
      if (problem.isPresent()) {
        throw new FailureException(problem.get());
      }
      return orphan;
    } catch (Malformed e) {
      throw new FailureException(trouble.malformed(name, e));
    }
  }

  /** Moves the head to a record, or sees that somebody else has done it. */
  private void advance(Position from, SealedRecord record) {
    byte[] head = sealer.head(record);
    Position end = from;
    for (int attempt = 0; end.sequence() < record.sequence(); attempt++) {
      if (attempt == ATTEMPTS) {
        throw busy();
      }
      if (store.replaceIfMatch(TrailNames.HEAD, head, end.tag())) {
        return;
      }
      pause(attempt);
      end = end();
    }
  }

  private static void pause(int attempt) {
    long most = Math.min(LONGEST_PAUSE_MILLIS, 4L << Math.min(attempt, 10));
    LockSupport.parkNanos(1_000_000 * ThreadLocalRandom.current().nextLong(most));
  }

  private FailureException busy() {
    return new FailureException(
        Problem.unlocated(
            "audit-busy",
            "the trail of '" + environment + "' refuses every write, although nobody else writes",
            "run the command again; if it stays so, look for who tampers with the bucket"));
  }
}
