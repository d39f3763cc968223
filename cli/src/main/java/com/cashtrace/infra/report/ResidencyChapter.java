package com.cashtrace.infra.report;

import com.cashtrace.infra.problem.Severity;
import com.cashtrace.infra.residency.ResidencyRule;
import java.util.List;
import java.util.Locale;

/**
 * The part of the report that is about one environment.
 *
 * @param name of the environment, or of the file where no spec is known
 * @param origin what was judged
 * @param verdict all rule sets together
 * @param profiles one verdict for each rule set
 * @param scope what it is about
 * @param stores everything that keeps data
 * @param processing everything that works on data without keeping it
 * @param transfers the register of transfers out of Nigeria
 * @param flows data on its way, within a country and between countries
 * @param processors others who hold or receive data
 * @param edge what is served from many countries, in sentences
 * @param remarks whatever is not plainly right, the gravest first
 * @param notices what else the judge said, such as a waiver that has expired
 * @param waivers every waiver of the spec
 * @param recovery what survives what
 * @param rules the rules that were applied
 * @param evidence from what it was made
 */
public record ResidencyChapter(
    String name,
    Origin origin,
    ResidencyVerdict verdict,
    List<ResidencyVerdict> profiles,
    ResidencyScope scope,
    List<ResidencyStore> stores,
    List<ResidencyStore.Processing> processing,
    List<ResidencyTransfer> transfers,
    List<ResidencyFlow> flows,
    List<ResidencyProcessor> processors,
    List<String> edge,
    List<ResidencyRemark> remarks,
    List<Notice> notices,
    List<ResidencyRemark.Waiver> waivers,
    ResidencyRecovery recovery,
    List<Applied> rules,
    ResidencyEvidence evidence) {

  /** Copies the lists. */
  public ResidencyChapter {
    profiles = List.copyOf(profiles);
    stores = List.copyOf(stores);
    processing = List.copyOf(processing);
    transfers = List.copyOf(transfers);
    flows = List.copyOf(flows);
    processors = List.copyOf(processors);
    edge = List.copyOf(edge);
    remarks = List.copyOf(remarks);
    notices = List.copyOf(notices);
    waivers = List.copyOf(waivers);
    rules = List.copyOf(rules);
  }

  /** True if something of it makes a command exit with findings. */
  public boolean fails() {
    return verdict.exposure().fails() || notices.stream().anyMatch(Notice::fails);
  }

  /** What was judged. */
  public enum Origin {
    SPEC,
    PLAN,
    STATE;

    /** The word of {@code --from}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A problem that is about no single place.
   *
   * @param severity how much it weighs
   * @param code of the problem
   * @param message one sentence
   */
  public record Notice(Severity severity, String code, String message) {

    /** True if it makes a command exit with findings. */
    public boolean fails() {
      return severity == Severity.ERROR;
    }
  }

  /**
   * A rule and the rule set that it came with.
   *
   * @param profile name of the rule set
   * @param rule the rule
   */
  public record Applied(String profile, ResidencyRule rule) {}
}
