package com.cashtrace.infra.report;

import com.cashtrace.infra.place.Whereabouts;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.residency.Finding;
import com.cashtrace.infra.residency.Holding;
import com.cashtrace.infra.residency.Verdict;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Scans for programs; {@code schemas/report/residency-scan.schema.json} describes the document. */
public final class ScanJson implements ScanReport.Format {

  /** Rises when a reader of the former version would misread the document. */
  private static final int FORMAT_VERSION = 1;

  private final JsonText json = new JsonText();

  @Override
  public void write(ScanReport value, Appendable out) throws IOException {
    ObjectNode root = json.object();
    root.put("formatVersion", FORMAT_VERSION);
    root.put("exitCode", value.exitCode().value());
    ArrayNode documents = root.putArray("documents");
    value.documents().forEach(document -> document(document, documents.addObject()));
    JsonProblems.describe(value.check().problems(), root);
    json.write(root, out);
  }

  private static void document(ScannedDocument document, ObjectNode node) {
    node.put("name", document.name());
    ScannedDocument.Facts facts = document.facts();
    if (facts != null) {
      node.put("kind", facts.kind());
      node.put("terraformVersion", facts.terraformVersion());
      node.put("resources", facts.resources());
      putIfGiven(node, "environment", facts.environment());
    }
    Verdict verdict = document.verdict();
    if (verdict != null) {
      verdict(verdict, node);
      ArrayNode findings = node.putArray("findings");
      verdict.findings().forEach(finding -> finding(finding, findings.addObject()));
    }
  }

  /** What a judgement says as a whole. */
  static void verdict(Verdict verdict, ObjectNode node) {
    node.put("asOf", verdict.asOf().toString());
    if (verdict.changesOn() != null) {
      node.put("changesOn", verdict.changesOn().toString());
    }
    ArrayNode profiles = node.putArray("profiles");
    verdict.profiles().forEach(profiles::add);
    node.put("ruleSet", verdict.ruleSet());
    ObjectNode counts = node.putObject("exposures");
    ScannedDocument.counts(verdict)
        .forEach((exposure, count) -> counts.put(exposure.word(), count));
  }

  private static void finding(Finding finding, ObjectNode node) {
    Holding holding = finding.holding();
    node.put("exposure", finding.exposure().word());
    node.put("rule", finding.rule());
    putIfGiven(node, "profile", finding.profile());
    node.put("address", holding.subject().name());
    node.put("type", holding.subject().type());
    putIfGiven(node, "attribute", holding.subject().attribute());
    putIfGiven(node, "component", holding.subject().component());
    ArrayNode classes = node.putArray("classes");
    holding.classes().forEach(each -> classes.add(each.word()));
    node.put("aspect", holding.aspect().word());
    node.put("role", holding.role().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    place(holding.where(), node.putObject("place"));
    putIfGiven(node, "recipient", holding.recipient());
    node.put("message", finding.message());
    if (finding.effectiveFrom() != null) {
      node.put("effectiveFrom", finding.effectiveFrom().toString());
    }
    putIfGiven(node, "fix", finding.fix());
    putIfGiven(node, "waiver", finding.waiver());
    Location location = holding.subject().location();
    if (location != null && location.line() > 0) {
      node.putObject("location")
          .put("file", location.file())
          .put("line", location.line())
          .put("column", location.column());
    }
  }

  private static void place(Whereabouts where, ObjectNode node) {
    if (where instanceof Whereabouts.Known known) {
      node.put("provider", known.provider());
      putIfGiven(node, "region", known.region());
      putIfGiven(node, "zone", known.zone());
      node.put("country", known.country());
    } else if (where instanceof Whereabouts.Worldwide worldwide) {
      node.put("worldwide", worldwide.what());
    } else if (where instanceof Whereabouts.Unknown unknown) {
      node.put("unknown", unknown.reason());
    }
  }

  private static void putIfGiven(ObjectNode node, String key, @Nullable String value) {
    if (value != null) {
      node.put(key, value);
    }
  }
}
