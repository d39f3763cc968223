package com.cashtrace.infra.audit;

import com.cashtrace.infra.problem.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes along the records in order and finds each place where the chain is not whole. */
final class ChainCheck {

  private final TrailTrouble trouble;
  private final RecordCheck check;
  private final Findings findings;
  private final Set<Long> wanted;
  private final Map<Long, Loaded> kept = new HashMap<>();
  private @Nullable Loaded last;

  /** Keeps the records of the numbers that are wanted for {@link #kept(long)}. */
  ChainCheck(TrailTrouble trouble, RecordCheck check, Findings findings, Set<Long> wanted) {
    this.trouble = trouble;
    this.check = check;
    this.findings = findings;
    this.wanted = Set.copyOf(wanted);
  }

  /** One of the records that were wanted, if the trail has it. */
  Optional<Loaded> kept(long number) {
    return Optional.ofNullable(kept.get(number));
  }

  /** Takes the next record; always true, since every record has to be looked at. */
  boolean take(Loaded loaded) {
    long expected = last == null ? 1 : last.number() + 1;
    boolean gap = loaded.number() != expected;
    if (gap) {
      findings.add(trouble.missing(expected, loaded.number() - 1));
    }
    Loaded.Content content = loaded.content();
    if (content == null) {
      findings.add(trouble.malformed(loaded.name(), loaded.reason()));
    } else {
      check.inPlace(content.link(), loaded.name(), loaded.number()).ifPresent(findings::add);
      if (!gap) {
        link(content, loaded.name());
      }
    }
    if (wanted.contains(loaded.number())) {
      kept.put(loaded.number(), loaded);
    }
    last = loaded;
    return true;
  }

  private void link(Loaded.Content next, String name) {
    Loaded before = last;
    String digest = before == null ? AuditRecord.NOTHING : before.digest();
    if (next.link().previous().equals(digest) || isToldAlready(before)) {
      return;
    }
    // which of the two is not what its writer signed, if either
    Optional<Problem> changed =
        before == null
            ? Optional.empty()
            : authentic(before).or(() -> check.authentic(next.file(), name));
    findings.add(
        changed.orElseGet(
            () ->
                trouble.relinked(name, before == null ? "nothing" : "record " + before.number())));
  }

  /** Compares the record at which the head stands with the digest that the head names. */
  void requireDigest(Loaded record, String digest) {
    if (!record.digest().equals(digest) && !isToldAlready(record)) {
      findings.add(authentic(record).orElseGet(() -> trouble.headDiffers(record.number())));
    }
  }

  /** Looks at a record behind the head, which only its own signature vouches for. */
  void requireOrphan(Loaded record) {
    if (!isToldAlready(record)) {
      findings.add(authentic(record).orElseGet(() -> trouble.unsealed(record.number())));
    }
  }

  private Optional<Problem> authentic(Loaded loaded) {
    Loaded.Content content = loaded.content();
    return content == null ? Optional.empty() : check.authentic(content.file(), loaded.name());
  }

  private static boolean isToldAlready(@Nullable Loaded loaded) {
    return loaded != null && loaded.content() == null;
  }
}
