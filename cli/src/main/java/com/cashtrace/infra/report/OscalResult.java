package com.cashtrace.infra.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes one chapter of the report as a result of OSCAL. */
final class OscalResult {

  private final Oscal oscal;
  private final ResidencyReport report;
  private final ResidencyChapter chapter;

  /** Numbers of the remarks: two may say the same of two things. */
  private final IdentityHashMap<ResidencyRemark, String> numbers = new IdentityHashMap<>();

  OscalResult(Oscal oscal, ResidencyReport report, ResidencyChapter chapter) {
    this.oscal = oscal;
    this.report = report;
    this.chapter = chapter;
    chapter.remarks().forEach(remark -> numbers.put(remark, String.valueOf(numbers.size())));
  }

  ResidencyChapter chapter() {
    return chapter;
  }

  void write(ObjectNode result) {
    ResidencyVerdict verdict = chapter.verdict();
    result.put("uuid", uuid("result"));
    result.put("title", Oscal.markup(chapter.name() + " (" + chapter.origin().word() + ")"));
    result.put("description", Oscal.markup(ResidencyWords.headline(chapter)));
    result.put("start", Oscal.moment(report.asOf()));
    result.put("end", Oscal.moment(report.asOf()));
    Oscal.prop(result, "made-from", chapter.origin().word());
    Oscal.prop(result, "verdict", verdict.exposure().word());
    Oscal.prop(result, "may-change-on", ResidencyWords.changes(verdict.changesOn()));
    Oscal.prop(result, "controller", chapter.scope().controller());
    Oscal.prop(result, "rules-sha256", chapter.evidence().ruleSetSha256());
    Oscal.prop(result, "facts-judged", chapter.evidence().holdings());
    components(result.putObject("local-definitions").putArray("components"));
    controls(result.putObject("reviewed-controls"));
    ArrayNode observations = result.putArray("observations");
    chapter.stores().forEach(store -> store(store, observations.addObject()));
    chapter.transfers().forEach(transfer -> transfer(transfer, observations.addObject()));
    chapter.remarks().forEach(remark -> remark(remark, observations.addObject()));
    chapter.notices().forEach(notice -> notice(notice, observations.addObject()));
    if (chapter.evidence().trail() != null) {
      trail(chapter.evidence().trail(), observations.addObject());
    }
    new OscalFindings(this).write(result);
    removeEmpty(result);
  }

  /** OSCAL has no empty lists. */
  private static void removeEmpty(ObjectNode result) {
    for (String key : List.of("observations", "risks", "findings")) {
      if (result.path(key).isEmpty()) {
        result.remove(key);
      }
    }
    if (result.at("/local-definitions/components").isEmpty()) {
      result.remove("local-definitions");
    }
  }

  String uuid(String... path) {
    return oscal.uuid("chapter", chapter.name(), String.join("\n", path));
  }

  /** The UUID of what was observed of a remark. */
  String observed(ResidencyRemark remark) {
    return uuid("remark", String.valueOf(numbers.get(remark)));
  }

  /** The UUID of the risk that a remark tells of. */
  String risked(ResidencyRemark remark) {
    return uuid("risk", String.valueOf(numbers.get(remark)));
  }

  /** The UUID of what was observed of a notice. */
  String observed(ResidencyChapter.Notice notice) {
    return uuid("notice", notice.code(), notice.message());
  }

  private void components(ArrayNode components) {
    Set<String> names = new TreeSet<>();
    chapter.stores().forEach(store -> names.add(store.name()));
    chapter.processing().forEach(each -> names.add(each.name()));
    chapter.remarks().forEach(remark -> names.add(owner(remark)));
    for (String name : names) {
      ObjectNode component = components.addObject().put("uuid", uuid("component", name));
      component.put("type", "service").put("title", Oscal.title(name));
      component.put("description", Oscal.markup(name));
      component.putObject("status").put("state", "operational");
    }
  }

  private static String owner(ResidencyRemark remark) {
    return remark.component() == null ? remark.subject() : remark.component();
  }

  private void controls(ObjectNode reviewed) {
    Set<String> rules = new LinkedHashSet<>();
    chapter.rules().forEach(applied -> rules.add(applied.rule().id()));
    chapter.remarks().forEach(remark -> rules.add(remark.rule()));
    chapter.notices().forEach(notice -> rules.add(notice.code()));
    ArrayNode controls =
        reviewed.putArray("control-selections").addObject().putArray("include-controls");
    rules.forEach(rule -> controls.addObject().put("control-id", rule));
  }

  private void store(ResidencyStore store, ObjectNode observation) {
    String path = store.name() + "\n" + store.aspect();
    begin(observation, uuid("store", path), store.name() + ", " + store.type());
    observation.put(
        "description",
        Oscal.markup(
            "keeps data ("
                + ResidencyWords.aspect(store.aspect())
                + ") in "
                + String.join(", ", ResidencyWords.lands(store.places()))));
    places(observation, "place", store.places());
    places(observation, "key-place", store.keys());
    places(observation, "backup-place", store.backups());
    Oscal.prop(observation, "data-classes", ResidencyWords.classes(store.classes()));
    Oscal.prop(observation, "copies", store.replicas());
    Oscal.prop(observation, "kept-for", store.retention());
    Oscal.prop(observation, "mark", store.exposure().word());
    end(observation, store.name());
  }

  private static void places(ObjectNode observation, String name, List<ResidencySpot> places) {
    places.forEach(place -> Oscal.prop(observation, name, place.name() + ", " + place.land()));
  }

  private void transfer(ResidencyTransfer transfer, ObjectNode observation) {
    String target = transfer.countryName() + ", " + transfer.recipient();
    String path = transfer.name() + "\n" + target;
    begin(observation, uuid("transfer", path), "Transfer to " + target);
    ResidencyTransfer.Basis basis = transfer.record();
    String recorded = basis == null ? ResidencyWords.noBasis(chapter) : basis.ground();
    observation.put("description", Oscal.markup("basis on record: " + recorded));
    Oscal.prop(observation, "country", transfer.country());
    Oscal.prop(observation, "recipient", transfer.recipient());
    Oscal.prop(observation, "data-classes", ResidencyWords.classes(transfer.classes()));
    if (basis != null) {
      Oscal.prop(observation, "record", transfer.name());
      Oscal.prop(observation, "reference", basis.reference());
      Oscal.prop(observation, "impact-assessment", basis.dpia());
      Oscal.prop(observation, "recorded-on", basis.recorded());
      Oscal.prop(observation, "recorded-by", basis.by());
    }
    transfer.holders().forEach(holder -> Oscal.prop(observation, "holder", holder));
    end(observation, null);
  }

  private void remark(ResidencyRemark remark, ObjectNode observation) {
    begin(observation, observed(remark), remark.subject());
    observation.put("description", Oscal.markup(remark.message()));
    Oscal.prop(observation, "mark", remark.exposure().word());
    Oscal.prop(observation, "rule", remark.rule());
    Oscal.prop(observation, "data-classes", ResidencyWords.classes(remark.classes()));
    places(observation, "place", List.of(remark.place()));
    Oscal.prop(observation, "line-of-the-spec", remark.source());
    end(observation, owner(remark));
  }

  private void notice(ResidencyChapter.Notice notice, ObjectNode observation) {
    begin(observation, observed(notice), notice.code());
    observation.put("description", Oscal.markup(notice.message()));
    Oscal.prop(observation, "severity", notice.severity().word());
    end(observation, null);
  }

  private void trail(ResidencyTrail trail, ObjectNode observation) {
    begin(observation, uuid("trail"), "Audit trail");
    observation.put(
        "description",
        Oscal.markup(
            trail.intact()
                ? "the trail verifies; of the state that was judged: " + trail.standing().meaning()
                : "the trail does not verify, and no record of it is used"));
    OscalTrail.props(trail, observation);
    end(observation, null);
  }

  private void begin(ObjectNode observation, String uuid, String title) {
    observation.put("uuid", uuid).put("title", Oscal.title(title));
  }

  private void end(ObjectNode observation, @Nullable String component) {
    observation.putArray("methods").add("EXAMINE");
    if (component != null) {
      observation
          .putArray("subjects")
          .addObject()
          .put("subject-uuid", uuid("component", component))
          .put("type", "component");
    }
    ArrayNode evidence = observation.putArray("relevant-evidence");
    if (chapter.evidence().specSha256() != null) {
      evidence
          .addObject()
          .put("href", "#" + oscal.uuid("spec", chapter.name()))
          .put("description", "The merged spec, by its SHA-256");
    }
    if (chapter.evidence().input() != null) {
      evidence
          .addObject()
          .put("href", "#" + oscal.uuid("input", chapter.name()))
          .put("description", "What was judged, by its SHA-256");
    }
    if (chapter.evidence().trail() != null) {
      evidence
          .addObject()
          .put("href", "#" + oscal.uuid("trail", chapter.name()))
          .put("description", "The audit trail, by the SHA-256 of its last record");
    }
    if (evidence.isEmpty()) {
      observation.remove("relevant-evidence");
    }
    observation.put("collected", Oscal.moment(report.asOf()));
  }
}
