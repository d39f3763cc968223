package com.cashtrace.infra.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether a trail is what its writers wrote: every file, every link, the head and its
 * signature. Needs neither AWS nor the writers' private key.
 *
 * @param files the trail
 * @param trust what is known about it from elsewhere
 */
public record TrailVerifier(TrailFiles files, Trust trust) {

  /** Records that one thread reads one after the other. */
  private static final int PORTION = 64;

  /** Reads the whole trail. */
  public Verification verify() {
    return verify(null);
  }

  /**
   * Reads the whole trail, and hands each record on.
   *
   * @param reader takes the records in their order while nobody knows yet whether they are right:
   *     what it makes of them counts only if the trail turns out to be intact
   */
  public Verification verifying(Consumer<AuditRecord> reader) {
    return verify(reader);
  }

  private Verification verify(@Nullable Consumer<AuditRecord> reader) {
    TrailJson json = new TrailJson();
    TrailTrouble trouble = new TrailTrouble(files);
    Findings findings = new Findings();
    Snapshot snapshot = Snapshot.of(files, json);
    snapshot.foreign().forEach(name -> findings.add(trouble.foreign(name)));
    snapshot.doubled().forEach(name -> findings.add(trouble.doubled(name)));
    files.hidden().forEach(name -> findings.add(trouble.hidden(name)));
    files.covered().forEach(name -> findings.add(trouble.covered(name)));
    Optional<VerifyingKey> key = Optional.empty();
    Optional<Head> head = Optional.empty();
    if (snapshot.isEmpty()) {
      findings.add(trouble.empty());
    } else {
      key = new KeyCheck(trust, trouble).key(snapshot.key(), findings);
      head = key.flatMap(it -> verify(snapshot, it, new Telling(json, reader), findings));
    }
    return new Verification(
        head,
        snapshot.records().size(),
        key.map(VerifyingKey::fingerprint),
        trust.knowsKey(),
        findings.problems(),
        findings.omitted());
  }

  private Optional<Head> verify(
      Snapshot snapshot, VerifyingKey key, Telling telling, Findings findings) {
    TrailTrouble trouble = new TrailTrouble(files);
    Canonical canonical = new Canonical();
    Head head = head(snapshot, new HeadReader(key, trouble, telling.json()), findings);
    RecordCheck check = new RecordCheck(trouble, environment(head, snapshot, canonical), key);
    ChainCheck chain = new ChainCheck(trouble, check, findings, wanted(head));
    new ParallelReader(files, PORTION)
        .read(
            snapshot.records(),
            (name, file) -> Loaded.of(name, file, canonical),
            loaded -> {
              telling.tell(loaded, trouble, findings);
              return chain.take(loaded);
            });
    EndCheck end = new EndCheck(trouble, chain, findings);
    end.head(head, snapshot);
    end.contains(trust.contains(), snapshot);
    return Optional.ofNullable(head);
  }

  private @Nullable Head head(Snapshot snapshot, HeadReader reader, Findings findings) {
    if (snapshot.head().isEmpty()) {
      return null;
    }
    HeadReader.Result read = reader.read(snapshot.head().get(), trust.environment());
    read.problems().forEach(findings::add);
    return read.head();
  }

  /** Whose trail it is: as the caller or else the head or else the first record says. */
  private String environment(@Nullable Head head, Snapshot snapshot, Canonical canonical) {
    if (trust.environment().isPresent() || head != null) {
      return trust.environment().orElseGet(() -> Objects.requireNonNull(head).environment());
    }
    for (String name : snapshot.records()) {
      Loaded.Content first = Loaded.of(name, files.read(name), canonical).content();
      if (first != null) {
        return first.link().environment();
      }
    }
    return "";
  }

  private Set<Long> wanted(@Nullable Head head) {
    long end = head == null ? 0 : head.sequence();
    Set<Long> wanted = new HashSet<>(List.of(end, end + 1));
    trust.contains().map(Receipt::sequence).ifPresent(wanted::add);
    return wanted;
  }

  /**
   * Hands records on; without a reader none is read further than the chain needs.
   *
   * @param json reads them
   * @param reader takes them; null for nobody
   */
  private record Telling(TrailJson json, @Nullable Consumer<AuditRecord> reader) {

    void tell(Loaded loaded, TrailTrouble trouble, Findings findings) {
      Loaded.Content content = loaded.content();
      if (reader == null || content == null) {
        return;
      }
      try {
        reader.accept(json.record(content.file().text()));
      } catch (Malformed e) {
        findings.add(trouble.malformed(loaded.name(), e));
      }
    }
  }
}
