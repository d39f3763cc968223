package com.cashtrace.infra.residency;

import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.residency.VerdictProblems.Said;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says of everything that holds or sends data whether it is where it may be. The same judge serves
 * what a spec declares, a plan plans and a state holds; the day is given to it, never asked of a
 * clock.
 */
public final class Judge {

  private static final Comparator<Holding> ORDER =
      Comparator.comparing(Holding::subject, Subject::compareText)
          .thenComparing(Holding::aspect)
          .thenComparing(Holding::role)
          .thenComparing(holding -> holding.where().toString())
          .thenComparing(holding -> String.valueOf(holding.recipient()))
          .thenComparing(Holding::detail)
          .thenComparing(holding -> holding.classes().toString());

  private final Profiles profiles;

  /** Reads no profile yet. */
  public Judge(Profiles profiles) {
    this.profiles = profiles;
  }

  /**
   * Judges.
   *
   * @param asOf the day by which it judges
   * @param names the profiles that apply; a name that there is none of is a problem of the verdict
   */
  public Verdict judge(
      List<Holding> holdings, Register register, LocalDate asOf, List<String> names) {
    RuleSet rules = RuleSet.of(profiles, names, register);
    TransferCheck transfers = new TransferCheck(rules.transfer(), register, asOf);
    List<Holding> sorted = holdings.stream().distinct().sorted(ORDER).toList();
    Examination examination = new Examination(rules, new PlaceCheck(asOf), transfers);
    WaiverBook waivers = new WaiverBook(register, asOf);
    List<Said> said =
        Stream.of(
                sorted.stream().flatMap(holding -> examination.of(holding).stream()),
                Examination.assumed(sorted).stream(),
                transfers.untold(sorted).stream())
            .flatMap(opinions -> opinions)
            .map(opinion -> new Said(opinion, waivers.of(opinion)))
            // stable, so that the order of the holdings and of the rules decides among equals
            .sorted(Comparator.comparing(each -> each.opinion().exposure()))
            .toList();
    List<Problem> problems = new ArrayList<>(rules.problems());
    problems.addAll(new VerdictProblems(register).of(said));
    problems.addAll(waivers.problems(sorted, rules));
    return new Verdict(
        asOf,
        changesOn(said, waivers, register, asOf),
        rules.profiles().stream().map(Profile::name).toList(),
        rules.digest(),
        sorted,
        said.stream().map(each -> each.opinion().finding(each.waiver())).toList(),
        problems.stream().sorted().toList());
  }

  private static @Nullable LocalDate changesOn(
      List<Said> said, WaiverBook waivers, Register register, LocalDate asOf) {
    return Stream.of(
            said.stream().map(each -> each.opinion().effectiveFrom()).filter(date -> date != null),
            waivers.ends().stream(),
            register.transfers().values().stream().map(transfer -> transfer.recorded()))
        .flatMap(dates -> dates)
        .filter(date -> date.isAfter(asOf))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }
}
