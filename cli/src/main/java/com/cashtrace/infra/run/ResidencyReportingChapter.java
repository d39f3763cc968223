package com.cashtrace.infra.run;

import com.cashtrace.infra.document.ScalarNode;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Residency.Controller;
import com.cashtrace.infra.environment.Residency.Waiver;
import com.cashtrace.infra.place.Whereabouts.Known;
import com.cashtrace.infra.report.ResidencyChapter;
import com.cashtrace.infra.report.ResidencyChapter.Applied;
import com.cashtrace.infra.report.ResidencyChapter.Notice;
import com.cashtrace.infra.report.ResidencyRemark;
import com.cashtrace.infra.report.ResidencyScope;
import com.cashtrace.infra.report.ResidencySpot;
import com.cashtrace.infra.report.ResidencyVerdict;
import com.cashtrace.infra.residency.Exposure;
import com.cashtrace.infra.residency.Finding;
import com.cashtrace.infra.residency.Profile;
import com.cashtrace.infra.residency.Subject;
import com.cashtrace.infra.residency.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the chapter of one environment out of what was judged.
 *
 * @param input what was judged
 */
record ResidencyReportingChapter(ResidencyReportingCase input) {

  ResidencyChapter chapter() {
    ResidencyReportingStores stores = new ResidencyReportingStores(input);
    ResidencyReportingRegister register = new ResidencyReportingRegister(input);
    return new ResidencyChapter(
        input.name(),
        input.origin(),
        verdict(null, "all rule sets", input.verdict().changesOn(), finding -> true),
        profiles(),
        scope(input.environment()),
        stores.stores(),
        stores.processing(),
        register.transfers(),
        new ResidencyReportingFlows(input).flows(),
        new ResidencyReportingProcessors(input).processors(),
        new ResidencyReportingProcessors(input).edge(),
        remarks(),
        notices(),
        waivers(),
        ResidencyReportingRecovery.of(input.environment(), input.evidence().trail()),
        rules(),
        input.evidence());
  }

  private List<ResidencyVerdict> profiles() {
    List<ResidencyVerdict> verdicts = new ArrayList<>();
    for (int i = 0; i < input.profiles().size(); i++) {
      Profile profile = input.profiles().get(i);
      Set<String> rules =
          profile.rules().stream().map(rule -> rule.id()).collect(Collectors.toSet());
      LocalDate changesOn = input.singles().get(i).changesOn();
      verdicts.add(
          verdict(
              profile.name(),
              profile.title(),
              changesOn,
              finding -> rules.contains(finding.rule()) && isOf(profile, finding)));
    }
    return verdicts;
  }

  private static boolean isOf(Profile profile, Finding finding) {
    return finding.profile() == null || finding.profile().equals(profile.name());
  }

  private ResidencyVerdict verdict(
      @Nullable String profile,
      String title,
      @Nullable LocalDate changesOn,
      Predicate<Finding> which) {
    Map<Exposure, Integer> counts = new EnumMap<>(Exposure.class);
    int waived = 0;
    for (Finding finding : input.verdict().findings().stream().filter(which).toList()) {
      if (finding.waiver() == null) {
        counts.merge(finding.exposure(), 1, Integer::sum);
      } else {
        waived++;
      }
    }
    Exposure gravest = counts.keySet().stream().findFirst().orElse(Exposure.OK);
    return new ResidencyVerdict(profile, title, gravest, changesOn, counts, waived);
  }

  private ResidencyScope scope(@Nullable Environment environment) {
    if (environment == null) {
      return new ResidencyScope(null, null, null, null, null, null, null, null, List.of());
    }
    Controller controller = environment.residency().controller();
    return new ResidencyScope(
        controller == null ? null : controller.name(),
        controller == null ? null : controller.officer(),
        controller == null ? null : controller.registration(),
        controller == null ? null : controller.people(),
        environment.document().root().get("description") instanceof ScalarNode text
            ? text.text()
            : null,
        environment.tier().word(),
        environment.place().provider() + " " + environment.account().id(),
        environment.dns().domain(),
        places(environment));
  }

  /** The places of the spec that something was found at; the zone decides the country. */
  private List<ResidencySpot> places(Environment environment) {
    Set<String> named = Set.copyOf(environment.place().zones());
    List<ResidencySpot> spots =
        input.verdict().holdings().stream()
            .map(holding -> holding.where())
            .filter(where -> where instanceof Known)
            .map(where -> (Known) where)
            .filter(known -> environment.place().region().equals(known.region()))
            .filter(known -> known.zone() == null || named.contains(known.zone()))
            .map(ResidencySpot::of)
            .distinct()
            .toList();
    return spots;
  }

  private List<ResidencyRemark> remarks() {
    return input.verdict().findings().stream()
        .filter(finding -> finding.exposure().compareTo(Exposure.EXCEPTION) <= 0)
        .map(ResidencyReportingChapter::remark)
        .toList();
  }

  private static ResidencyRemark remark(Finding finding) {
    Subject subject = finding.holding().subject();
    return new ResidencyRemark(
        finding.exposure(),
        finding.rule(),
        finding.profile(),
        subject.toString(),
        subject.component(),
        subject.location() == null ? null : subject.location().toString(),
        ResidencySpot.of(finding.holding().where()),
        List.copyOf(finding.holding().classes()),
        finding.message(),
        finding.effectiveFrom(),
        finding.fix(),
        finding.waiver());
  }

  /** Problems that no finding tells already. */
  private List<Notice> notices() {
    Verdict verdict = input.verdict();
    Set<String> rules = verdict.findings().stream().map(Finding::rule).collect(Collectors.toSet());
    return Stream.concat(
            verdict.problems().stream().filter(problem -> !rules.contains(problem.code())),
            input.beside().stream())
        .map(problem -> new Notice(problem.severity(), problem.code(), problem.message()))
        .distinct()
        .toList();
  }

  private List<ResidencyRemark.Waiver> waivers() {
    List<ResidencyRemark.Waiver> waivers = new ArrayList<>();
    input
        .spec()
        .ifPresent(
            spec ->
                spec.residency()
                    .waivers()
                    .forEach((name, waiver) -> waivers.add(waiver(name, waiver))));
    return waivers;
  }

  private ResidencyRemark.Waiver waiver(String name, Waiver waiver) {
    boolean expired = waiver.expires().isBefore(input.verdict().asOf());
    boolean used =
        input.verdict().findings().stream().anyMatch(each -> Objects.equals(each.waiver(), name));
    return new ResidencyRemark.Waiver(
        name,
        waiver.rule(),
        waiver.component(),
        waiver.reason(),
        waiver.legalBasis(),
        waiver.approver(),
        waiver.expires(),
        expired ? "expired" : used ? "in force" : "not used");
  }

  private List<Applied> rules() {
    List<Applied> rules = new ArrayList<>();
    for (Profile profile : input.profiles()) {
      profile.rules().forEach(rule -> rules.add(new Applied(profile.name(), rule)));
    }
    return rules;
  }
}
