package com.cashtrace.infra.report;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes what an audit trail shows as properties of OSCAL. */
final class OscalTrail {

  private OscalTrail() {}

  /** The trail as a resource, by the digest of its end. */
  static void resource(
      ResidencyTrail trail, ResidencyChapter chapter, Oscal oscal, ObjectNode node) {
    node.put("uuid", oscal.uuid("trail", chapter.name()));
    node.put("title", Oscal.markup("Audit trail of " + chapter.name()));
    Oscal.prop(node, "source", trail.source());
    ResidencyTrail.End end = trail.end();
    if (end != null) {
      Oscal.prop(node, "last-record", end.sequence());
      Oscal.prop(node, "last-record-sha256", end.digest());
    }
    Oscal.prop(node, "key-sha256", trail.key());
  }

  /** What it shows. */
  static void props(ResidencyTrail trail, ObjectNode node) {
    Oscal.prop(node, "verifies", trail.intact() ? "yes" : "no");
    Oscal.prop(node, "key-known-from-elsewhere", trail.keyKnown() ? "yes" : "no");
    Oscal.prop(node, "records", trail.records());
    Oscal.prop(node, "state-by-the-trail", trail.standing().word());
    ResidencyTrail.Apply apply = trail.lastApply();
    if (apply != null) {
      Oscal.prop(node, "last-apply-plan-sha256", apply.plan());
      Oscal.prop(node, "last-apply-at", apply.time());
      Oscal.prop(node, "last-apply-by", apply.by());
      Oscal.prop(node, "last-apply-outcome", apply.ended());
      apply.approvals().forEach(each -> Oscal.prop(node, "last-apply-approved", each.words()));
    }
    ResidencyTrail.Write write = trail.lastWrite();
    if (write != null) {
      Oscal.prop(node, "last-recorded-state", write.words());
    }
  }
}
