package com.cashtrace.infra.report;

import com.cashtrace.infra.catalog.LawBook.Provision;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * The report as assessment results by NIST's Open Security Controls Assessment Language, for the
 * tools of auditors. Each rule is a control objective, each environment a result; the same report
 * gives the same bytes, UUIDs included.
 */
public final class ResidencyOscal implements ResidencyFormat {

  /** Names the applied rules: they are what was assessed, and there is no other plan. */
  static final String RULES = "rules";

  private final JsonText json = new JsonText();

  @Override
  public void write(ResidencyReport report, Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    new ResidencyJson().write(report, text);
    Oscal oscal = new Oscal(ResidencyDigest.hex(text.toString()));
    ObjectNode root = json.object();
    ObjectNode document = root.putObject("assessment-results");
    document.put("uuid", oscal.uuid("document"));
    metadata(report, oscal, document.putObject("metadata"));
    document
        .putObject("import-ap")
        .put("href", "#" + oscal.uuid(RULES))
        .put(
            "remarks", "No assessment plan was written; the rules that were applied stand for it.");
    ArrayNode results = document.putArray("results");
    for (ResidencyChapter chapter : report.chapters()) {
      new OscalResult(oscal, report, chapter).write(results.addObject());
    }
    resources(report, oscal, document.putObject("back-matter").putArray("resources"));
    json.write(root, out);
  }

  private static void metadata(ResidencyReport report, Oscal oscal, ObjectNode metadata) {
    metadata.put("title", ResidencyOutline.TITLE);
    metadata.put("last-modified", Oscal.moment(report.asOf()));
    metadata.put("version", report.asOf().toString());
    metadata.put("oscal-version", Oscal.VERSION);
    Oscal.prop(metadata, "as-of", report.asOf());
    Oscal.prop(metadata, "time-source", report.timeSource());
    Oscal.prop(metadata, "program-version", report.programVersion());
    Oscal.prop(metadata, "report-json-sha256", oscal.identity());
    metadata.put(
        "remarks",
        "What is satisfied is a rule as it was applied to what was judged. That a transfer has a"
            + " recorded basis does not show that the basis is sufficient.");
  }

  private static void resources(ResidencyReport report, Oscal oscal, ArrayNode resources) {
    ObjectNode rules = resources.addObject().put("uuid", oscal.uuid(RULES));
    rules.put("title", "Rules that were applied");
    for (ResidencyChapter chapter : report.chapters()) {
      Oscal.prop(rules, "rules-sha256", chapter.evidence().ruleSetSha256());
    }
    for (ResidencyChapter chapter : report.chapters()) {
      evidence(chapter, oscal, resources);
    }
    for (Provision provision : report.law().provisions()) {
      ObjectNode node = resources.addObject().put("uuid", oscal.uuid("law", provision.id()));
      node.put("title", Oscal.markup(provision.instrument() + ", " + provision.section()));
      node.put("description", Oscal.markup(provision.says()));
      Oscal.prop(node, "certainty", provision.certainty() + " source");
      Oscal.prop(node, "read-at", provision.source());
      node.putObject("citation")
          .put("text", Oscal.markup(provision.instrument() + ", " + provision.section()));
    }
  }

  /** The inputs of a chapter with their digests. */
  private static void evidence(ResidencyChapter chapter, Oscal oscal, ArrayNode resources) {
    ResidencyEvidence evidence = chapter.evidence();
    if (evidence.specSha256() != null) {
      ObjectNode spec = resources.addObject().put("uuid", oscal.uuid("spec", chapter.name()));
      spec.put("title", Oscal.markup("Spec of " + chapter.name()));
      Oscal.prop(spec, "merged-spec-sha256", evidence.specSha256());
      evidence.specFiles().forEach(file -> Oscal.prop(spec, "file", file));
    }
    ResidencyEvidence.Input input = evidence.input();
    if (input != null) {
      ObjectNode node = resources.addObject().put("uuid", oscal.uuid("input", chapter.name()));
      node.put("title", Oscal.markup(chapter.origin().word() + " of " + chapter.name()));
      Oscal.prop(node, "terraform-version", input.terraformVersion());
      Oscal.prop(node, "state-serial", input.serial());
      Oscal.prop(node, "state-lineage", input.lineage());
      ObjectNode link = node.putArray("rlinks").addObject().put("href", reference(input.file()));
      link.putArray("hashes").addObject().put("algorithm", "SHA-256").put("value", input.sha256());
    }
    if (evidence.trail() != null) {
      OscalTrail.resource(evidence.trail(), chapter, oscal, resources.addObject());
    }
  }

  private static String reference(String file) {
    if (file.startsWith("s3://")) {
      return file; // the address of a live state: names of files have no slash
    }
    try {
      // with a path in front, a colon in the name makes no scheme
      return new URI(null, null, "./" + file, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a relative path is always a reference", e);
    }
  }
}
