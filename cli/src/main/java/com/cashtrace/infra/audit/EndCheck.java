package com.cashtrace.infra.audit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the end of a trail is where its head says, and where somebody noted it to be.
 *
 * @param trouble words for what is wrong
 * @param chain what was seen of the records
 * @param findings where problems go
 */
record EndCheck(TrailTrouble trouble, ChainCheck chain, Findings findings) {

  /** Compares the last record with the head; one that is unreadable was reported already. */
  void head(@Nullable Head head, Snapshot snapshot) {
    long end = head == null ? 0 : head.sequence();
    long last = snapshot.last();
    if (head == null && snapshot.head().isPresent()) {
      return;
    }
    if (last < end) {
      findings.add(trouble.tailCut(last, end));
    } else if (last == end + 1) {
      chain.kept(last).ifPresent(chain::requireOrphan);
    } else if (last > end) {
      findings.add(head == null ? trouble.headMissing(last) : trouble.headBehind(end));
    }
    if (head != null) {
      chain.kept(end).ifPresent(record -> chain.requireDigest(record, head.digest()));
    }
  }

  /** Looks for a record that somebody noted earlier. */
  void contains(Optional<Receipt> noted, Snapshot snapshot) {
    if (noted.isEmpty()) {
      return;
    }
    Receipt receipt = noted.get();
    if (receipt.sequence() > snapshot.last()) {
      findings.add(trouble.rolledBack(receipt, snapshot.last()));
    }
    chain
        .kept(receipt.sequence())
        .filter(record -> !record.digest().equals(receipt.digest()))
        .ifPresent(record -> findings.add(trouble.replaced(receipt, record.digest())));
  }
}
