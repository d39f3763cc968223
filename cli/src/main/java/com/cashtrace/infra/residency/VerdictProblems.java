package com.cashtrace.infra.residency;

import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.environment.Residency.Waiver;
import com.cashtrace.infra.place.Whereabouts;
import com.cashtrace.infra.place.Whereabouts.Known;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.problem.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells people what was said, once for each thing that they can do something about: one component's
 * store, backups and keys in one place are one problem, and so are all transfers to one recipient.
 *
 * @param register where waivers and transfers stand
 */
record VerdictProblems(Register register) {

  /**
   * What was said, with its waiver.
   *
   * @param waiver name of the waiver that accepts it, or null
   */
  record Said(Opinion opinion, @Nullable String waiver) {}

  private record Key(
      Exposure exposure,
      String rule,
      @Nullable String waiver,
      @Nullable Subject subject,
      Whereabouts where,
      @Nullable String recipient,
      String verdict) {}

  List<Problem> of(List<Said> said) {
    Map<Key, List<Said>> groups = new LinkedHashMap<>();
    for (Said each : said) {
      if (severity(each).isPresent()) {
        groups.computeIfAbsent(key(each), key -> new ArrayList<>()).add(each);
      }
    }
    return groups.values().stream().map(this::problem).toList();
  }

  private static Key key(Said said) {
    Opinion opinion = said.opinion();
    Holding holding = opinion.holding();
    boolean transfer = isTransfer(said) && said.waiver() == null;
    return new Key(
        opinion.exposure(),
        opinion.rule(),
        said.waiver(),
        transfer || isOfTheSite(said) ? null : holding.subject(),
        transfer && holding.where() instanceof Known known
            ? new Known("", null, null, known.country())
            : holding.where(),
        holding.recipient(),
        opinion.verdict());
  }

  /** What a spec declares where the whole environment is has one cause and one line to change. */
  private static boolean isOfTheSite(Said said) {
    Holding holding = said.opinion().holding();
    return said.waiver() == null
        && Examination.isDeclared(holding)
        && holding.role() != Role.DESTINATION
        && !said.opinion().rule().equals(AlwaysOn.MISSING);
  }

  private Problem problem(List<Said> group) {
    Said first = group.get(0);
    Opinion opinion = first.opinion();
    List<String> subjects =
        group.stream().map(s -> s.opinion().holding().subject().toString()).distinct().toList();
    String message = opinion.sentence(subject(group, subjects)) + acceptance(first.waiver());
    return new Problem(
        severity(first).orElseThrow(),
        opinion.rule(),
        message,
        location(group, subjects),
        opinion.fix());
  }

  private static String subject(List<Said> group, List<String> subjects) {
    if (subjects.size() > 1) {
      return Words.some(subjects, 3);
    }
    List<String> details =
        group.stream().map(said -> said.opinion().holding().detail()).distinct().toList();
    return subjects.get(0) + " " + Words.joined(details);
  }

  private String acceptance(@Nullable String waiver) {
    if (waiver == null) {
      return "";
    }
    Waiver accepted = register.waiver(waiver);
    return String.format("; the waiver '%s' accepts it until %s", waiver, accepted.expires());
  }

  private @Nullable Location location(List<Said> group, List<String> subjects) {
    if (subjects.size() == 1) {
      return group.get(0).opinion().holding().subject().location();
    }
    return isOfTheSite(group.get(0)) && !isTransfer(group.get(0))
        ? register.locate(SpecPath.of("place", "region"))
        : register.at("transfers");
  }

  private static boolean isTransfer(Said said) {
    return said.opinion().rule().equals(AlwaysOn.TRANSFER);
  }

  /** How much it weighs, if anybody needs to be told. */
  private static Optional<Severity> severity(Said said) {
    if (said.waiver() != null) {
      return Optional.of(Severity.NOTE);
    }
    return switch (said.opinion().exposure()) {
      case VIOLATION, UNKNOWN -> Optional.of(Severity.ERROR);
      case UPCOMING, UNCLEAR -> Optional.of(Severity.WARNING);
      case EXCEPTION -> Optional.of(Severity.NOTE);
      case GLOBAL_METADATA, OK -> Optional.empty();
    };
  }
}
