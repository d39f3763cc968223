package com.cashtrace.infra.audit;

import com.cashtrace.infra.problem.FailureException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * Reads a trail from its end, verifying each record on the way: by the head's signature, and then
 * by the link of the record after it.
 */
public final class TrailHistory {

  /** Small, since most often only the last few records are wanted. */
  private static final int PORTION = 8;

  /** AWS refuses requests by a clock that is wrong by a quarter of an hour. */
  private static final Duration WRONG_CLOCK = Duration.ofHours(1);

  private final TrailFiles files;
  private final Trust trust;
  private final TrailTrouble trouble;
  private final TrailJson json = new TrailJson();

  /** The history that the files hold. */
  public TrailHistory(TrailFiles files, Trust trust) {
    this.files = files;
    this.trust = trust;
    this.trouble = new TrailTrouble(files);
  }

  /**
   * The newest records that are wanted, the newest first.
   *
   * @param wanted which
   * @param since no older ones than this
   * @param limit how many at most, one or more
   * @throws FailureException at the first record, or head, that is not as it was written
   */
  public List<AuditRecord> newest(Predicate<AuditRecord> wanted, Instant since, int limit) {
    byte[] file =
        files.read(TrailNames.HEAD).orElseThrow(() -> new FailureException(trouble.empty()));
    VerifyingKey key = key();
    Head head = head(file, key);
    Walk walk = new Walk(new RecordCheck(trouble, head.environment(), key), head.digest());
    Instant end = since.isBefore(Instant.EPOCH) ? since : since.minus(WRONG_CLOCK);
    List<AuditRecord> found = new ArrayList<>();
    new ParallelReader(files, PORTION)
        .read(
            LongStream.iterate(head.sequence(), number -> number > 0, number -> number - 1)
                .mapToObj(TrailNames::record)
                .toList(),
            (name, bytes) -> new Raw(name, bytes.orElse(new byte[0])),
            raw -> {
              AuditRecord record = walk.back(raw);
              if (!record.time().isBefore(since) && wanted.test(record)) {
                found.add(record);
              }
              return found.size() < limit && !record.time().isBefore(end);
            });
    return found;
  }

  private VerifyingKey key() {
    Findings findings = new Findings();
    Optional<VerifyingKey> key =
        new KeyCheck(trust, trouble).key(files.read(TrailNames.KEY), findings);
    throwFirst(findings);
    return key.orElseThrow();
  }

  private Head head(byte[] file, VerifyingKey key) {
    Findings findings = new Findings();
    HeadReader.Result read = new HeadReader(key, trouble, json).read(file, trust.environment());
    read.problems().forEach(findings::add);
    throwFirst(findings);
    return Objects.requireNonNull(read.head());
  }

  private static void throwFirst(Findings findings) {
    findings.problems().stream()
        .findFirst()
        .ifPresent(
            problem -> {
              throw new FailureException(problem);
            });
  }

  /** Goes from the head to the first record. */
  private final class Walk {

    private final RecordCheck check;
    private String expected;

    Walk(RecordCheck check, String digest) {
      this.check = check;
      this.expected = digest;
    }

    AuditRecord back(Raw raw) {
      String name = raw.name();
      SealedRecord sealed;
      try {
        sealed = SealedRecord.read(raw.bytes(), json);
      } catch (Malformed e) {
        throw new FailureException(trouble.malformed(name, e));
      }
      Findings findings = new Findings();
      long number = TrailNames.sequence(name).orElseThrow();
      check.inPlace(Link.of(sealed.record()), name, number).ifPresent(findings::add);
      if (!sealed.digest().equals(expected)) {
        findings.add(
            check
                .authentic(sealed.file(), name)
                .orElseGet(() -> trouble.relinked(name, "what follows it")));
      }
      throwFirst(findings);
      expected = sealed.record().previous();
      return sealed.record();
    }
  }

  /** A file as it was read. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Raw(String name, byte[] bytes) {}
}
