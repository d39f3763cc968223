package com.cashtrace.infra.report;

import static com.cashtrace.infra.report.ResidencySpan.code;
import static com.cashtrace.infra.report.ResidencySpan.mark;
import static com.cashtrace.infra.report.ResidencySpan.newLine;
import static com.cashtrace.infra.report.ResidencySpan.plain;
import static com.cashtrace.infra.report.ResidencySpan.quiet;
import static com.cashtrace.infra.report.ResidencySpan.source;
import static com.cashtrace.infra.report.ResidencySpan.strong;
import static com.cashtrace.infra.report.ResidencySpan.text;

import com.cashtrace.infra.report.ResidencyBlock.Bullets;
import com.cashtrace.infra.report.ResidencyBlock.Fact;
import com.cashtrace.infra.report.ResidencyBlock.Facts;
import com.cashtrace.infra.report.ResidencyBlock.Notice;
import com.cashtrace.infra.report.ResidencyBlock.Prose;
import com.cashtrace.infra.report.ResidencyBlock.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sections about one environment that answer questions: edge, findings, recovery, evidence.
 *
 * @param report the report around it
 * @param chapter what is told
 */
record ResidencyChecksOutline(ResidencyReport report, ResidencyChapter chapter) {

  List<ResidencyBlock> edge() {
    List<ResidencyBlock> blocks = new ArrayList<>();
    chapter.edge().forEach(sentence -> blocks.add(new Prose(sentence)));
    blocks.add(facts("edge"));
    return blocks;
  }

  private Bullets facts(String part) {
    return new Bullets(
        report.law().about(part).stream()
            .map(
                fact ->
                    List.of(
                        plain(fact.says() + " "),
                        quiet("(" + fact.certainty() + " source: "),
                        source(fact.source()),
                        quiet(")")))
            .toList());
  }

  List<ResidencyBlock> findings() {
    List<ResidencyBlock> blocks = new ArrayList<>();
    List<List<List<ResidencySpan>>> rows = new ArrayList<>();
    chapter.remarks().forEach(remark -> rows.add(row(remark)));
    blocks.add(
        new Table(
            "Whatever is not plainly right, the gravest first",
            List.of("Mark", "Finding", "Place", "Rule", "What to do"),
            rows,
            "No violation, nothing unknown, nothing upcoming, nothing unclear and no exception was"
                + " found."));
    if (!chapter.notices().isEmpty()) {
      blocks.add(
          new Bullets(chapter.notices().stream().map(ResidencyChecksOutline::notice).toList()));
    }
    blocks.add(waivers());
    return blocks;
  }

  private static List<ResidencySpan> notice(ResidencyChapter.Notice notice) {
    return List.of(
        strong(notice.severity().word()),
        plain(" "),
        code(notice.code()),
        plain(": " + notice.message()));
  }

  private static List<List<ResidencySpan>> row(ResidencyRemark remark) {
    List<ResidencySpan> finding = new ArrayList<>();
    finding.add(plain(remark.message()));
    if (remark.source() != null) {
      finding.add(newLine());
      finding.add(quiet(remark.source()));
    }
    List<ResidencySpan> rule = new ArrayList<>();
    rule.add(code(remark.rule()));
    rule.add(newLine());
    rule.add(quiet(remark.profile() == null ? "always applies" : remark.profile()));
    List<ResidencySpan> mark = new ArrayList<>();
    mark.add(mark(remark.exposure()));
    if (remark.effectiveFrom() != null) {
      mark.add(newLine());
      mark.add(plain("violation from " + remark.effectiveFrom()));
    }
    if (remark.waiver() != null) {
      mark.add(newLine());
      mark.add(strong("waived"));
    }
    return List.of(mark, finding, ResidencyWords.place(remark.place()), rule, action(remark));
  }

  private static List<ResidencySpan> action(ResidencyRemark remark) {
    if (remark.waiver() != null) {
      return List.of(plain("accepted by waiver "), code(remark.waiver()));
    }
    return remark.fix() == null ? List.of(quiet("nothing")) : text(remark.fix());
  }

  private Table waivers() {
    List<List<List<ResidencySpan>>> rows = new ArrayList<>();
    for (ResidencyRemark.Waiver waiver : chapter.waivers()) {
      rows.add(
          List.of(
              List.of(code(waiver.name()), newLine(), strong(waiver.state())),
              List.of(code(waiver.rule()), newLine(), code(waiver.component())),
              text(waiver.reason()),
              text(waiver.legalBasis()),
              text(waiver.approver()),
              text(waiver.expires().toString())));
    }
    return new Table(
        "Waivers",
        List.of("Waiver", "Accepts", "Reason", "Legal basis", "Approver", "Last day"),
        rows,
        "No finding is waived.");
  }

  List<ResidencyBlock> recovery() {
    List<ResidencyBlock> blocks = new ArrayList<>();
    blocks.add(
        new Notice(
            "AWS alone cannot survive the loss of its only African region inside Africa",
            text(
                "AWS has one region in Africa, Cape Town. Whatever AWS itself copies to another"
                    + " region leaves Africa, and is a transfer to that country.")));
    chapter.recovery().answer().forEach(sentence -> blocks.add(new Prose(sentence)));
    blocks.add(measures());
    blocks.add(facts("recovery"));
    blocks.add(proofs());
    return blocks;
  }

  private Table measures() {
    List<List<List<ResidencySpan>>> rows = new ArrayList<>();
    for (ResidencyRecovery.Measure measure : chapter.recovery().measures()) {
      rows.add(
          List.of(
              List.of(code(measure.store())),
              text(measure.zone()),
              text(measure.mistake()),
              text(measure.region())));
    }
    return new Table(
        "What the spec provides for each store",
        List.of("Store", "A zone is lost", "A mistake or an attack", "The region is lost"),
        rows,
        "No spec says what survives what.");
  }

  private Table proofs() {
    List<List<List<ResidencySpan>>> rows = new ArrayList<>();
    for (ResidencyRecovery.Proof proof : chapter.recovery().proofs()) {
      rows.add(
          List.of(
              text(proof.what()),
              proof.exists() ? text(proof.found()) : List.of(strong(proof.found()))));
    }
    return new Table("Recovery evidence", List.of("What shows it", "On record"), rows, "");
  }

  List<ResidencyBlock> evidence() {
    ResidencyEvidence evidence = chapter.evidence();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Judged", text("the " + chapter.origin().word())));
    facts.add(digest("Merged spec, SHA-256", evidence.specSha256()));
    facts.add(
        new Fact(
            "Files of the spec",
            evidence.specFiles().isEmpty()
                ? List.of(quiet("none"))
                : text(String.join(", ", evidence.specFiles()))));
    if (evidence.input() != null) {
      facts.addAll(input(evidence.input()));
    }
    if (evidence.trail() != null) {
      facts.addAll(new ResidencyTrailOutline(evidence.trail()).facts());
    }
    facts.add(digest("Rules, SHA-256", evidence.ruleSetSha256()));
    facts.add(new Fact("Facts judged", text(String.valueOf(evidence.holdings()))));
    facts.add(new Fact("Program", text("cashtrace-infra " + report.programVersion())));
    facts.add(new Fact("Day", text(report.asOf() + ", " + report.timeSource())));
    return List.of(new Facts(facts));
  }

  private List<Fact> input(ResidencyEvidence.Input input) {
    List<Fact> facts = new ArrayList<>();
    String what = chapter.origin() == ResidencyChapter.Origin.STATE ? "State" : "Plan";
    facts.add(new Fact(what + " in JSON", List.of(code(input.file()))));
    facts.add(digest(what + " in JSON, SHA-256", input.sha256()));
    facts.add(ResidencyChapterOutline.fact("Terraform", input.terraformVersion()));
    facts.add(ResidencyChapterOutline.fact("Format", input.formatVersion()));
    if (chapter.origin() == ResidencyChapter.Origin.STATE) {
      facts.add(inDocument("Serial of the state", input.serial()));
      facts.add(inDocument("Lineage of the state", input.lineage()));
    }
    return facts;
  }

  /**
   * What {@code terraform show -json} leaves out of a state is not there, rather than not stated.
   */
  private static Fact inDocument(String name, @Nullable Object value) {
    String missing = "not in the document";
    return new Fact(name, value == null ? List.of(quiet(missing)) : text(String.valueOf(value)));
  }

  static Fact digest(String name, @Nullable String value) {
    return value == null
        ? ResidencyChapterOutline.fact(name, null)
        : new Fact(name, List.of(code(value)));
  }
}
