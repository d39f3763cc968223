package com.cashtrace.infra.run;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.place.Places;
import com.cashtrace.infra.place.Processors;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.residency.Agreement;
import com.cashtrace.infra.residency.Agreement.Side;
import com.cashtrace.infra.residency.Agreement.Stated;
import com.cashtrace.infra.residency.Holding;
import com.cashtrace.infra.residency.HostingCheck;
import com.cashtrace.infra.residency.Judge;
import com.cashtrace.infra.residency.Profiles;
import com.cashtrace.infra.residency.Register;
import com.cashtrace.infra.residency.SpecHoldings;
import com.cashtrace.infra.residency.Verdict;
import java.time.LocalDate;
import java.util.List;

/**
 * By what residency is judged in one run.
 *
 * @param profiles the rule sets that there are
 * @param places where regions and zones are
 * @param hosting what is known of companies that get data
 * @param asOf the day
 * @param whatIf profiles to judge by instead of those that a spec names; empty for those
 */
public record Judging(
    Profiles profiles, Places places, HostingCheck hosting, LocalDate asOf, List<String> whatIf) {

  /** What holdings are judged by that no spec belongs to. */
  private static final List<String> USUAL = List.of("african-regions");

  /** Copies the names. */
  public Judging {
    whatIf = List.copyOf(whatIf);
  }

  /** For the project of a folder of specs, whose folder {@code residency} adds profiles. */
  public static Judging of(
      SpecFolder folder, Resources resources, LocalDate asOf, List<String> whatIf) {
    return new Judging(
        Profiles.read(resources, folder.project().resolve(Profiles.FOLDER)),
        Places.read(resources),
        new HostingCheck(() -> Processors.read(resources)),
        asOf,
        whatIf);
  }

  /** What a spec says of companies against what is known of them. */
  public List<Problem> hosting(Environment environment) {
    return hosting.check(environment);
  }

  /** What a spec declares, judged. */
  public Verdict declared(Environment environment) {
    return judge(SpecHoldings.of(environment, places), environment);
  }

  /** What a plan or a state says against what the spec declares. */
  public List<Problem> agreement(Environment environment, Stated found) {
    var declared = new Stated(Side.SPEC, SpecHoldings.of(environment, places), true);
    return new Agreement(declared, found).differences();
  }

  /** Holdings of an environment, such as those of its plan, judged with its register. */
  public Verdict judge(List<Holding> holdings, Environment environment) {
    List<String> names = whatIf.isEmpty() ? environment.residency().profiles() : whatIf;
    return new Judge(profiles).judge(holdings, Register.of(environment), asOf, names);
  }

  /** Holdings that no spec belongs to: nothing can be looked up in a register. */
  public Verdict foreign(List<Holding> holdings) {
    List<String> names = whatIf.isEmpty() ? USUAL : whatIf;
    return new Judge(profiles).judge(holdings, Register.none(), asOf, names);
  }
}
