package com.cashtrace.infra.report;

import static com.cashtrace.infra.report.ResidencySpan.code;
import static com.cashtrace.infra.report.ResidencySpan.plain;
import static com.cashtrace.infra.report.ResidencySpan.quiet;
import static com.cashtrace.infra.report.ResidencySpan.strong;
import static com.cashtrace.infra.report.ResidencySpan.text;

import com.cashtrace.infra.report.ResidencyBlock.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the section of evidence tells of an audit trail.
 *
 * @param trail that was read
 */
record ResidencyTrailOutline(ResidencyTrail trail) {

  private static final String NONE = "none on record";

  /** The trail on one line. */
  String line() {
    String counted = ResidencyWords.count(trail.records(), "record");
    return trail.intact()
        ? counted + ", verifies; of the state: " + trail.standing().meaning()
        : counted + ", does not verify";
  }

  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Audit trail", source()));
    facts.add(new Fact("Audit trail verifies", verifies()));
    facts.add(new Fact("Records in the trail", text(String.valueOf(trail.records()))));
    ResidencyTrail.End end = trail.end();
    if (end != null) {
      String when = "record " + end.sequence() + " at " + end.time() + ", SHA-256 ";
      facts.add(new Fact("End of the trail", List.of(plain(when), code(end.digest()))));
    }
    if (trail.key() != null) {
      String known = trail.keyKnown() ? ", known from elsewhere" : ", taken from the trail itself";
      facts.add(new Fact("Key of the trail, SHA-256", List.of(code(trail.key()), quiet(known))));
    }
    if (trail.intact()) {
      facts.add(new Fact("State by the trail", standing()));
      facts.add(new Fact("Last apply", apply()));
    }
    return facts;
  }

  private List<ResidencySpan> source() {
    List<ResidencySpan> spans = new ArrayList<>(List.of(code(trail.source())));
    if (trail.environment() != null) {
      spans.add(plain(" of " + trail.environment()));
    }
    return spans;
  }

  private List<ResidencySpan> verifies() {
    return trail.intact()
        ? text("yes")
        : List.of(strong("no"), plain(": no record of it is used; the findings say what is wrong"));
  }

  private List<ResidencySpan> standing() {
    ResidencyTrail.Write last = trail.lastWrite();
    String words = trail.standing().meaning();
    return text(words + "; last record of a state: " + (last == null ? "none" : last.words()));
  }

  private List<ResidencySpan> apply() {
    ResidencyTrail.Apply apply = trail.lastApply();
    if (apply == null) {
      return List.of(quiet(NONE));
    }
    String approvals =
        apply.approvals().isEmpty()
            ? "approved by nobody else"
            : "approved by "
                + apply.approvals().stream()
                    .map(ResidencyTrail.Approval::words)
                    .collect(Collectors.joining(", "));
    return List.of(
        plain("plan "),
        code(apply.plan()),
        plain(
            " by "
                + apply.by()
                + " at "
                + apply.time()
                + ": "
                + apply.ended()
                + " (record "
                + apply.sequence()
                + "); "
                + approvals));
  }
}
