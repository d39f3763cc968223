package com.cashtrace.infra.residency;

import com.cashtrace.infra.environment.Residency.Waiver;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.problem.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the waiver for a finding, and waivers that are of no use. Fills while findings are asked
 * about; not safe for use by several threads.
 */
final class WaiverBook {

  private final Register register;
  private final LocalDate asOf;
  private final Set<String> used = new TreeSet<>();

  WaiverBook(Register register, LocalDate asOf) {
    this.register = register;
    this.asOf = asOf;
  }

  /** The name of the waiver that accepts what was said, or null. */
  @Nullable String of(Opinion opinion) {
    String component = opinion.holding().subject().component();
    if (component == null || !isWaivable(opinion.exposure())) {
      return null;
    }
    for (Map.Entry<String, Waiver> entry : register.waivers().entrySet()) {
      Waiver waiver = entry.getValue();
      if (waiver.rule().equals(opinion.rule())
          && waiver.component().equals(component)
          && !isExpired(waiver)) {
        used.add(entry.getKey());
        return entry.getKey();
      }
    }
    return null;
  }

  private static boolean isWaivable(Exposure exposure) {
    return switch (exposure) {
      case VIOLATION, UNKNOWN, UPCOMING, UNCLEAR -> true;
      case EXCEPTION, GLOBAL_METADATA, OK -> false;
    };
  }

  private boolean isExpired(Waiver waiver) {
    return asOf.isAfter(waiver.expires());
  }

  /** The days on which a waiver that is in use no longer counts. */
  List<LocalDate> ends() {
    return used.stream().map(n -> register.waiver(n).expires().plusDays(1)).toList();
  }

  /** What is wrong with waivers, once every finding has been asked about. */
  List<Problem> problems(List<Holding> holdings, RuleSet rules) {
    List<Problem> problems = new ArrayList<>();
    register
        .waivers()
        .forEach(
            (name, waiver) -> {
              if (isExpired(waiver)) {
                problems.add(expired(name, waiver));
              } else if (!used.contains(name) && isOfThisJudgement(waiver, holdings, rules)) {
                problems.add(unused(name, waiver, holdings));
              }
            });
    return problems;
  }

  private Problem expired(String name, Waiver waiver) {
    String message = String.format("the waiver '%s' ended on %s", name, waiver.expires());
    String hint = "take the waiver away, or have it approved anew";
    return new Problem(
        Severity.ERROR, "waiver-expired", message, register.at("waivers", name, "expires"), hint);
  }

  /**
   * A judgement by other profiles than the spec's, or of a plan without the component, cannot tell
   * that a waiver is of no use.
   */
  private boolean isOfThisJudgement(Waiver waiver, List<Holding> holdings, RuleSet rules) {
    boolean judged = rules.has(waiver.rule()) || rules.hasAll(register.profiles());
    return judged
        && holdings.stream().anyMatch(h -> waiver.component().equals(h.subject().component()));
  }

  /**
   * Of third parties only the spec knows; for everything else the plan knows more, so a waiver that
   * the spec alone does not need may still serve there.
   */
  private Problem unused(String name, Waiver waiver, List<Holding> holdings) {
    boolean specOnly = holdings.stream().allMatch(Examination::isDeclared);
    boolean whole = !specOnly || waiver.component().startsWith("thirdParties.");
    String message =
        String.format(
            "the waiver '%s' accepts nothing: '%s' has no finding of '%s'%s",
            name, waiver.component(), waiver.rule(), whole ? "" : " in the spec");
    return new Problem(
        whole ? Severity.ERROR : Severity.WARNING,
        "waiver-unused",
        message,
        register.at("waivers", name),
        "take the waiver away, or correct its rule or component");
  }
}
