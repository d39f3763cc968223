package com.cashtrace.infra.report;

import static com.cashtrace.infra.report.ResidencySpan.code;
import static com.cashtrace.infra.report.ResidencySpan.mark;
import static com.cashtrace.infra.report.ResidencySpan.newLine;
import static com.cashtrace.infra.report.ResidencySpan.plain;
import static com.cashtrace.infra.report.ResidencySpan.quiet;
import static com.cashtrace.infra.report.ResidencySpan.source;
import static com.cashtrace.infra.report.ResidencySpan.strong;
import static com.cashtrace.infra.report.ResidencySpan.text;

import com.cashtrace.infra.catalog.LawBook.Provision;
import com.cashtrace.infra.report.ResidencyBlock.Bullets;
import com.cashtrace.infra.report.ResidencyBlock.Fact;
import com.cashtrace.infra.report.ResidencyBlock.Notice;
import com.cashtrace.infra.report.ResidencyBlock.Prose;
import com.cashtrace.infra.report.ResidencyBlock.Section;
import com.cashtrace.infra.report.ResidencyBlock.Table;
import com.cashtrace.infra.report.ResidencyBlock.Verdict;
import com.cashtrace.infra.report.ResidencyChapter.Applied;
import com.cashtrace.infra.residency.Exposure;
import com.cashtrace.infra.residency.ResidencyRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The report as sections of blocks, which HTML and Markdown write alike.
 *
 * @param report what is told
 */
record ResidencyOutline(ResidencyReport report) {

  static final String TITLE = "Data residency report";

  /** The environments that it is about. */
  String subject() {
    return report.chapters().stream().map(ResidencyChapter::name).collect(Collectors.joining(", "));
  }

  /** What stands on the first page beside the title. */
  List<Fact> cover() {
    String origins =
        report.chapters().stream()
            .map(chapter -> chapter.origin().word())
            .distinct()
            .collect(Collectors.joining(", "));
    List<Fact> facts = new ArrayList<>();
    for (ResidencyChapter chapter : report.chapters()) {
      ResidencyVerdict verdict = chapter.verdict();
      facts.add(
          new Fact(
              chapter.name(),
              List.of(mark(verdict.exposure()), plain(" " + ResidencyWords.headline(chapter)))));
    }
    facts.add(new Fact("Holds for", List.of(strong(report.asOf().toString()))));
    facts.add(new Fact("Time source", text(report.timeSource())));
    facts.add(new Fact("Made from", text(origins)));
    facts.add(new Fact("Program", text("cashtrace-infra " + report.programVersion())));
    return facts;
  }

  /** All sections, each before those that are within it. */
  List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("verdict", "1", "Verdict", 1, summary()));
    int number = 2;
    for (ResidencyChapter chapter : report.chapters()) {
      sections.addAll(new ResidencyChapterOutline(report, chapter, number++).sections());
    }
    sections.add(new Section("law", String.valueOf(number++), "Law", 1, law()));
    sections.add(new Section("limits", String.valueOf(number++), "Limits", 1, limits()));
    sections.add(new Section("reading", String.valueOf(number), "How to read it", 1, reading()));
    return sections;
  }

  private List<ResidencyBlock> summary() {
    List<ResidencyBlock> blocks = new ArrayList<>();
    report.chapters().forEach(chapter -> blocks.add(verdict(chapter)));
    blocks.add(verdicts());
    blocks.add(
        new Notice(
            "What this verdict does not say",
            text(
                "That data stays in Africa is a rule of the company and no law. Any other African"
                    + " country is another country: section 41 of the Nigeria Data Protection Act"
                    + " governs every transfer of personal data out of Nigeria and wants the basis"
                    + " of each on record. The transfer register shows what is recorded; whether it"
                    + " is sufficient is for the controller and its counsel to say.")));
    return blocks;
  }

  private Verdict verdict(ResidencyChapter chapter) {
    ResidencyVerdict verdict = chapter.verdict();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Holds for", text(report.asOf().toString())));
    facts.add(
        new Fact("May change by itself on", text(ResidencyWords.changes(verdict.changesOn()))));
    facts.add(new Fact("Rule sets", text(profiles(chapter))));
    facts.add(new Fact("Judged", text("the " + chapter.origin().word())));
    facts.add(new Fact("Transfers out of Nigeria", text(ResidencyWords.recorded(chapter))));
    return new Verdict(chapter.name(), verdict.exposure(), ResidencyWords.headline(chapter), facts);
  }

  private static String profiles(ResidencyChapter chapter) {
    return chapter.profiles().stream()
        .map(ResidencyVerdict::profile)
        .filter(name -> name != null)
        .collect(Collectors.joining(", "));
  }

  private Table verdicts() {
    List<List<List<ResidencySpan>>> rows = new ArrayList<>();
    for (ResidencyChapter chapter : report.chapters()) {
      for (ResidencyVerdict verdict : chapter.profiles()) {
        String profile = verdict.profile() == null ? "always" : verdict.profile();
        rows.add(
            List.of(
                List.of(strong(chapter.name())),
                List.of(code(profile), newLine(), quiet(verdict.title())),
                List.of(mark(verdict.exposure()), newLine(), plain(counts(verdict))),
                text(report.asOf().toString()),
                text(ResidencyWords.changes(verdict.changesOn()))));
      }
    }
    return new Table(
        "Verdict by environment and rule set",
        List.of("Environment", "Rule set", "Verdict", "Holds for", "May change on"),
        rows,
        "No rule set was applied.");
  }

  private static String counts(ResidencyVerdict verdict) {
    List<String> parts = new ArrayList<>();
    verdict.counts().forEach((exposure, count) -> parts.add(count + " " + exposure.word()));
    if (verdict.waived() > 0) {
      parts.add(verdict.waived() + " waived");
    }
    return parts.isEmpty() ? "nothing to judge" : String.join(", ", parts);
  }

  private List<ResidencyBlock> law() {
    return List.of(
        new Prose(
            "Each line says how well its source is known. Secondary source: what others quote and"
                + " write of the text was read, not the text itself. Company rule: the company's"
                + " own, no law. None of it is legal advice."),
        rules(),
        provisions());
  }

  private Table rules() {
    Set<Applied> applied = new LinkedHashSet<>();
    report.chapters().forEach(chapter -> applied.addAll(chapter.rules()));
    List<List<List<ResidencySpan>>> rows = new ArrayList<>();
    for (Applied each : applied) {
      ResidencyRule rule = each.rule();
      rows.add(
          List.of(
              List.of(code(rule.id()), newLine(), plain(rule.title())),
              List.of(code(each.profile())),
              text(protects(rule)),
              text(allowed(rule)),
              text(rule.effectiveFrom() == null ? "in force" : "from " + rule.effectiveFrom()),
              List.of(
                  strong(ResidencyWords.certainty(rule.certainty())),
                  newLine(),
                  plain(rule.citation()))));
    }
    return new Table(
        "Rules that were applied",
        List.of("Rule", "Rule set", "Protects", "Allowed places", "Binds", "Source"),
        rows,
        "No rule was applied.");
  }

  private static String protects(ResidencyRule rule) {
    String ways =
        rule.governs().stream().map(ResidencyWords::aspect).collect(Collectors.joining(", "));
    String unclear = rule.unclear() ? "; the source does not plainly say so" : "";
    return ResidencyWords.classes(rule.classes()) + ": " + ways + unclear;
  }

  private static String allowed(ResidencyRule rule) {
    Set<String> all = new TreeSet<>(rule.countries());
    all.addAll(rule.places());
    return all.isEmpty() ? "none by itself" : String.join(", ", all);
  }

  private Table provisions() {
    List<List<List<ResidencySpan>>> rows = new ArrayList<>();
    for (Provision each : report.law().provisions()) {
      rows.add(
          List.of(
              List.of(strong(each.section()), newLine(), plain(each.instrument())),
              text(each.says()),
              text(each.answeredBy()),
              List.of(strong(each.certainty() + " source"), newLine(), source(each.source()))));
    }
    return new Table(
        "Provisions that this report answers",
        List.of("Provision", "What it says", "Answered in", "Source"),
        rows,
        "No provision is known.");
  }

  private List<ResidencyBlock> limits() {
    return List.of(
        new Prose("What was not confirmed, and what a report of this kind cannot see:"),
        new Bullets(report.law().limits().stream().map(ResidencySpan::text).toList()));
  }

  private static List<ResidencyBlock> reading() {
    List<List<List<ResidencySpan>>> rows = new ArrayList<>();
    Arrays.stream(Exposure.values())
        .forEach(
            each -> rows.add(List.of(List.of(mark(each)), text(ResidencyWords.meaning(each)))));
    return List.of(
        new Table("Marks, the gravest first", List.of("Mark", "Meaning"), rows, ""),
        new Prose(
            "The same inputs give the same bytes: specs, plan or state, rules, the day and the"
                + " version of the program. The evidence of each chapter names them, so that"
                + " anybody who has them can make this document again and compare it."));
  }
}
