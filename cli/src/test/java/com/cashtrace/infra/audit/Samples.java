package com.cashtrace.infra.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Entries and trails to test with. */
final class Samples {

  static final LocalSigner SIGNER = LocalSigner.create();
  static final String PLAN = "5".repeat(64);
  private static final Principal ALICE =
      new Principal("alice", "arn:aws:sts::444455556666:assumed-role/infra-apply/alice");
  private static final Host HOST = new Host("runner-7", null, "0.1.0");

  private Samples() {}

  /** One entry of each kind. */
  static List<Entry> entries() {
    var state = new Details.StateVersion("6f3c0000-0000-4000-8000-000000000000", 7);
    var commit = new Details.Commit("0123abcd", "Ada \"the\" Écrivain <ada@example.com>");
    return List.of(
        entry(new Details.Bootstrap("cashtrace-tfstate", null, List.of("bucket made"))),
        entry(
            new Details.Plan(
                PLAN, Details.Verdict.PASSED, new Details.Changes(3, 0, 1, 0), state, commit)),
        entry(new Details.Approval(PLAN, "alice", "reviewed\nwith the team", null)),
        entry(
            new Details.WaiverUse(
                PLAN, "logs", "africa", "buckets.logs", "short", "NDPA s.43", "dpo", "2027-03-31")),
        entry(new Details.Apply(Details.Phase.BEGUN, PLAN, state, List.of(3L), null, null, null)),
        entry(
            new Details.Apply(
                Details.Phase.ENDED,
                PLAN,
                state,
                List.of(3L),
                Details.Outcome.DONE,
                4,
                Details.Verdict.REFUSED)),
        entry(new Details.Unlock("l-1", "bob@laptop", "OperationTypeApply", "", List.of("s3"))),
        entry(new Details.Restore("v-1", state, state)),
        entry(new Details.Push(state, state)),
        entry(new Details.Destroy(Details.Phase.BEGUN, PLAN, state, List.of(), null, null, null)));
  }

  static Entry entry(Details details) {
    return Entry.of(ALICE, HOST, Map.of("spec", "a".repeat(64), "plan-json", PLAN), details);
  }

  /** A short entry that can be told from others. */
  static Entry entry(String mark) {
    return entry(new Details.Approval(PLAN, "alice", mark, null));
  }

  static Trail trail(TrailStore store) {
    return trail(store, SIGNER);
  }

  static Trail trail(TrailStore store, HeadSigner signer) {
    return new Trail("staging", store, signer, () -> Instant.parse("2026-11-22T06:00:00.5Z"));
  }

  /** A trail of so many records. */
  static MemoryStore store(int records) {
    MemoryStore store = new MemoryStore();
    Trail trail = trail(store);
    for (int i = 1; i <= records; i++) {
      trail.append(entry("number " + i));
    }
    return store;
  }

  static Verification verify(TrailFiles files) {
    return new TrailVerifier(files, Trust.none()).verify();
  }
}
