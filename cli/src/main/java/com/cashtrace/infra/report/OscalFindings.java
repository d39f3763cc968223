package com.cashtrace.infra.report;

import com.cashtrace.infra.report.ResidencyChapter.Applied;
import com.cashtrace.infra.report.ResidencyChapter.Notice;
import com.cashtrace.infra.residency.Exposure;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes what came out for each rule, and each departure from one as a risk.
 *
 * @param result the chapter
 */
record OscalFindings(OscalResult result) {

  void write(ObjectNode node) {
    ArrayNode risks = node.putArray("risks");
    for (ResidencyRemark remark : chapter().remarks()) {
      if (isRisk(remark)) {
        risk(remark, risks.addObject());
      }
    }
    ArrayNode findings = node.putArray("findings");
    for (Applied applied : chapter().rules()) {
      ObjectNode finding = findings.addObject();
      rule(applied, finding, of(applied.rule().id(), applied));
    }
    others().forEach((rule, remarks) -> other(rule, findings.addObject(), remarks));
    chapter().notices().forEach(notice -> notice(notice, findings.addObject()));
  }

  private ResidencyChapter chapter() {
    return result.chapter();
  }

  /** An exception and a note are told and put nothing at risk. */
  private static boolean isRisk(ResidencyRemark remark) {
    return remark.exposure().compareTo(Exposure.UNCLEAR) <= 0;
  }

  private void risk(ResidencyRemark remark, ObjectNode risk) {
    risk.put("uuid", result.risked(remark));
    risk.put("title", Oscal.title(remark.exposure().word() + ": " + remark.subject()));
    risk.put("description", Oscal.markup(remark.message()));
    risk.put("statement", Oscal.markup(ResidencyWords.meaning(remark.exposure())));
    Oscal.prop(risk, "exposure", remark.exposure().word());
    Oscal.prop(risk, "rule", remark.rule());
    if (remark.waiver() == null) {
      risk.put("status", "open");
    } else {
      risk.put("status", "deviation-approved");
      chapter().waivers().stream()
          .filter(waiver -> waiver.name().equals(remark.waiver()))
          .forEach(waiver -> waiver(waiver, risk));
    }
    if (remark.effectiveFrom() != null) {
      risk.put("deadline", Oscal.moment(remark.effectiveFrom()));
    }
    if (remark.fix() != null) {
      ObjectNode fix = risk.putArray("remediations").addObject();
      fix.put("uuid", result.uuid("fix", result.risked(remark))).put("lifecycle", "recommendation");
      fix.put("title", "What to do").put("description", Oscal.markup(remark.fix()));
    }
    ArrayNode related = risk.putArray("related-observations");
    related.addObject().put("observation-uuid", result.observed(remark));
  }

  private static void waiver(ResidencyRemark.Waiver waiver, ObjectNode risk) {
    Oscal.prop(risk, "waiver", waiver.name());
    Oscal.prop(risk, "waiver-reason", waiver.reason());
    Oscal.prop(risk, "waiver-legal-basis", waiver.legalBasis());
    Oscal.prop(risk, "waiver-approver", waiver.approver());
    Oscal.prop(risk, "waiver-last-day", waiver.expires());
  }

  private List<ResidencyRemark> of(String rule, Applied applied) {
    return chapter().remarks().stream()
        .filter(remark -> remark.rule().equals(rule))
        .filter(remark -> remark.profile() == null || remark.profile().equals(applied.profile()))
        .toList();
  }

  /** What is judged whatever rule sets apply, such as a place that nobody can tell. */
  private Map<String, List<ResidencyRemark>> others() {
    Map<String, List<ResidencyRemark>> others = new LinkedHashMap<>();
    for (ResidencyRemark remark : chapter().remarks()) {
      if (chapter().rules().stream().noneMatch(a -> a.rule().id().equals(remark.rule()))) {
        others.computeIfAbsent(remark.rule(), rule -> new ArrayList<>()).add(remark);
      }
    }
    return others;
  }

  private void rule(Applied applied, ObjectNode finding, List<ResidencyRemark> remarks) {
    var rule = applied.rule();
    finding.put("uuid", result.uuid("finding", applied.profile(), rule.id()));
    finding.put("title", Oscal.title(rule.title()));
    finding.put("description", Oscal.markup(rule.meaning()));
    Oscal.prop(finding, "profile", applied.profile());
    Oscal.prop(finding, "citation", rule.citation());
    Oscal.prop(finding, "certainty", ResidencyWords.certainty(rule.certainty()));
    Oscal.prop(finding, "binds-from", rule.effectiveFrom());
    target(rule.id(), finding, remarks);
  }

  private void other(String rule, ObjectNode finding, List<ResidencyRemark> remarks) {
    finding.put("uuid", result.uuid("finding", rule));
    finding.put("title", Oscal.title(rule));
    finding.put("description", Oscal.markup("Judged whatever rule sets apply: " + rule));
    target(rule, finding, remarks);
  }

  private void target(String rule, ObjectNode finding, List<ResidencyRemark> remarks) {
    List<ResidencyRemark> doubts =
        remarks.stream().filter(remark -> remark.exposure() != Exposure.EXCEPTION).toList();
    // what will be a violation is none yet; what is waived, unclear or unknown is not satisfied
    boolean satisfied = doubts.stream().allMatch(r -> r.exposure() == Exposure.UPCOMING);
    boolean fails = doubts.stream().anyMatch(r -> r.exposure().fails() && r.waiver() == null);
    String reason = fails ? "fail" : doubts.isEmpty() ? "pass" : "other";
    status(rule, finding, satisfied, reason);
    if (!remarks.isEmpty()) {
      ArrayNode observations = finding.putArray("related-observations");
      remarks.forEach(
          remark -> observations.addObject().put("observation-uuid", result.observed(remark)));
    }
    List<ResidencyRemark> risky = remarks.stream().filter(OscalFindings::isRisk).toList();
    if (!risky.isEmpty()) {
      ArrayNode risks = finding.putArray("related-risks");
      risky.forEach(remark -> risks.addObject().put("risk-uuid", result.risked(remark)));
    }
  }

  private void notice(Notice notice, ObjectNode finding) {
    finding.put("uuid", result.uuid("finding of a notice", notice.code(), notice.message()));
    finding.put("title", Oscal.title(notice.code()));
    finding.put("description", Oscal.markup(notice.message()));
    status(notice.code(), finding, !notice.fails(), notice.fails() ? "fail" : "other");
    finding
        .putArray("related-observations")
        .addObject()
        .put("observation-uuid", result.observed(notice));
  }

  private static void status(String rule, ObjectNode finding, boolean satisfied, String reason) {
    ObjectNode target = finding.putObject("target");
    target.put("type", "objective-id").put("target-id", rule);
    target
        .putObject("status")
        .put("state", satisfied ? "satisfied" : "not-satisfied")
        .put("reason", reason);
  }
}
