package com.cashtrace.infra.report;

import static com.cashtrace.infra.report.ResidencySpan.code;
import static com.cashtrace.infra.report.ResidencySpan.mark;
import static com.cashtrace.infra.report.ResidencySpan.newLine;
import static com.cashtrace.infra.report.ResidencySpan.plain;
import static com.cashtrace.infra.report.ResidencySpan.quiet;
import static com.cashtrace.infra.report.ResidencySpan.strong;
import static com.cashtrace.infra.report.ResidencySpan.text;

import com.cashtrace.infra.report.ResidencyBlock.Fact;
import com.cashtrace.infra.report.ResidencyBlock.Facts;
import com.cashtrace.infra.report.ResidencyBlock.Picture;
import com.cashtrace.infra.report.ResidencyBlock.Prose;
import com.cashtrace.infra.report.ResidencyBlock.Section;
import com.cashtrace.infra.report.ResidencyBlock.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sections about one environment: what there is, where it is, where it goes.
 *
 * @param report the report around it
 * @param chapter what is told
 * @param number of the chapter
 */
record ResidencyChapterOutline(ResidencyReport report, ResidencyChapter chapter, int number) {

  List<Section> sections() {
    ResidencyChecksOutline checks = new ResidencyChecksOutline(report, chapter);
    List<Section> sections = new ArrayList<>();
    sections.add(new Section(id(""), String.valueOf(number), chapter.name(), 1, List.of()));
    add(sections, "scope", "Scope and controller", scope());
    add(sections, "inventory", "Inventory", inventory());
    add(sections, "transfers", "Transfer register", transfers());
    add(sections, "flows", "Data flows", flows());
    add(sections, "processors", "Processors and third parties", processors());
    add(sections, "edge", "Content delivery and edge", checks.edge());
    add(sections, "findings", "Findings, exceptions and waivers", checks.findings());
    add(sections, "recovery", "Disaster recovery", checks.recovery());
    add(sections, "evidence", "Evidence", checks.evidence());
    return sections;
  }

  private void add(List<Section> sections, String part, String title, List<ResidencyBlock> blocks) {
    String place = number + "." + sections.size();
    sections.add(new Section(id("-" + part), place, title, 2, blocks));
  }

  /** Names of environments may hold anything where they are file names; anchors count instead. */
  private String id(String part) {
    return "chapter-" + number + part;
  }

  private List<ResidencyBlock> scope() {
    ResidencyScope scope = chapter.scope();
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("Controller", scope.controller()));
    facts.add(fact("Data protection officer", scope.officer()));
    facts.add(fact("Registration at the Commission", scope.registration()));
    facts.add(fact("Whose data", scope.people()));
    facts.add(fact("Environment", purpose(scope)));
    facts.add(fact("Account", scope.account()));
    facts.add(fact("Domain", scope.domain()));
    facts.add(
        new Fact(
            "Places by its spec",
            ResidencyWords.places(scope.places(), ResidencyStore.NOT_STATED)));
    return List.of(new Facts(facts));
  }

  private @Nullable String purpose(ResidencyScope scope) {
    if (scope.tier() == null) {
      return null;
    }
    return scope.purpose() == null ? scope.tier() : scope.tier() + ": " + scope.purpose();
  }

  static Fact fact(String name, @Nullable String value) {
    return new Fact(name, value == null ? List.of(quiet(ResidencyStore.NOT_STATED)) : text(value));
  }

  private List<ResidencyBlock> inventory() {
    List<List<List<ResidencySpan>>> stores = new ArrayList<>();
    for (ResidencyStore store : chapter.stores()) {
      stores.add(
          List.of(
              store(store),
              text(ResidencyWords.classes(store.classes())),
              ResidencyWords.places(store.places(), ResidencyStore.NOT_STATED),
              ResidencyWords.places(store.keys(), ResidencyStore.NOT_STATED),
              ResidencyWords.places(store.backups(), "none"),
              text(store.replicas()),
              text(store.retention()),
              List.of(mark(store.exposure()))));
    }
    List<List<List<ResidencySpan>>> processing = new ArrayList<>();
    for (ResidencyStore.Processing each : chapter.processing()) {
      processing.add(
          List.of(
              List.of(code(each.name()), newLine(), quiet(each.type())),
              text(ResidencyWords.classes(each.classes())),
              ResidencyWords.places(each.places(), ResidencyStore.NOT_STATED),
              List.of(mark(each.exposure()))));
    }
    return List.of(
        new Table(
            "Everything that keeps data",
            List.of("Store", "Data", "Place", "Key", "Backups", "Copies", "Kept for", "Mark"),
            stores,
            "Nothing here keeps data."),
        new Table(
            "Everything that works on data without keeping it",
            List.of("Component", "Data", "Place", "Mark"),
            processing,
            "Nothing here works on data."));
  }

  private static List<ResidencySpan> store(ResidencyStore store) {
    List<ResidencySpan> spans = new ArrayList<>();
    spans.add(code(store.name()));
    spans.add(newLine());
    spans.add(quiet(store.type()));
    return spans;
  }

  private List<ResidencyBlock> transfers() {
    List<List<List<ResidencySpan>>> rows = new ArrayList<>();
    for (ResidencyTransfer transfer : chapter.transfers()) {
      rows.add(
          List.of(
              List.of(strong(transfer.countryName()), newLine(), plain(transfer.recipient())),
              basis(transfer, ResidencyWords.noBasis(chapter)),
              transfer.record() == null ? text("none") : List.of(code(transfer.record().dpia())),
              transfer.record() == null
                  ? text("none")
                  : List.of(
                      plain(transfer.record().recorded().toString()),
                      newLine(),
                      plain(transfer.record().by())),
              transfer.holders().isEmpty()
                  ? List.of(quiet("none"))
                  : text(ResidencyWords.classes(transfer.classes())),
              transfer.holders().isEmpty()
                  ? List.of(quiet("nothing goes there by the input"))
                  : text(String.join(", ", transfer.holders()))));
    }
    return List.of(
        new Prose(
            "Every country outside of Nigeria in which personal data is, or to which it goes, with"
                + " the basis that section 41(2) of the Act wants on record."),
        new Table(
            "Transfers out of Nigeria",
            List.of("Country and recipient", "Basis", "Assessment", "Recorded", "Data", "Whose"),
            rows,
            "No personal data is, or goes, outside of Nigeria by what was judged."));
  }

  private static List<ResidencySpan> basis(ResidencyTransfer transfer, String none) {
    ResidencyTransfer.Basis basis = transfer.record();
    if (basis == null) {
      return List.of(strong(none));
    }
    return List.of(
        plain(basis.ground()),
        newLine(),
        code(basis.reference()),
        newLine(),
        quiet("record '" + transfer.name() + "'"));
  }

  private List<ResidencyBlock> flows() {
    List<List<List<ResidencySpan>>> rows = new ArrayList<>();
    for (ResidencyFlow flow : chapter.flows()) {
      rows.add(
          List.of(
              List.of(strong(String.valueOf(flow.number()))),
              List.of(plain(flow.from()), newLine(), quiet(flow.fromPlace().land())),
              List.of(plain(flow.to()), newLine(), quiet(flow.toPlace().land())),
              text(ResidencyWords.classes(flow.classes())),
              text(flow.what()),
              basis(flow)));
    }
    return List.of(
        new Picture(id("-picture"), chapter),
        new Table(
            "Data on its way",
            List.of("No.", "From", "To", "Data", "What", "Basis"),
            rows,
            "No data is on its way by what was judged."));
  }

  private List<ResidencySpan> basis(ResidencyFlow flow) {
    if (!flow.crossesBorder()) {
      return List.of(quiet("stays in the country"));
    }
    if (!flow.toPlace().isAbroad()) {
      return List.of(quiet("goes to Nigeria"));
    }
    if (!flow.transfer()) {
      return List.of(quiet("no transfer of personal data"));
    }
    return flow.basis() == null
        ? List.of(strong(ResidencyWords.noBasis(chapter)))
        : List.of(code(flow.basis()));
  }

  private List<ResidencyBlock> processors() {
    List<List<List<ResidencySpan>>> rows = new ArrayList<>();
    for (ResidencyProcessor processor : chapter.processors()) {
      rows.add(
          List.of(
              List.of(strong(processor.name()), newLine(), quiet(processor.role())),
              text(processor.purpose()),
              text(ResidencyWords.classes(processor.classes())),
              ResidencyWords.places(processor.places(), ResidencyStore.NOT_STATED),
              processor.agreement() == null
                  ? List.of(strong("none recorded"))
                  : text(processor.agreement()),
              processor.africanHosting() == null
                  ? List.of(quiet("see its places"))
                  : text(processor.africanHosting())));
    }
    return List.of(
        new Table(
            "Who else holds or receives data",
            List.of("Name", "For", "Data", "Places", "Agreement", "Hosting in Africa"),
            rows,
            "Nobody else holds or receives data by what was judged."));
  }
}
