package com.cashtrace.infra.report;

import com.cashtrace.infra.environment.DataClass;
import com.cashtrace.infra.residency.Exposure;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the reader of the report has to know: whatever is not plainly right.
 *
 * @param exposure the judgement
 * @param rule id of the rule
 * @param profile its rule set; null for rules that always apply
 * @param subject what was judged, and the attribute that names the place
 * @param component the component of the spec; null if that cannot be told
 * @param source line of the spec; null where no spec is known
 * @param place the place
 * @param classes classes of the data
 * @param message one sentence
 * @param effectiveFrom the day from which it is a violation; null unless it is upcoming
 * @param fix what to do; null where there is nothing to do
 * @param waiver name of the waiver that accepts it; null if none does
 */
public record ResidencyRemark(
    Exposure exposure,
    String rule,
    @Nullable String profile,
    String subject,
    @Nullable String component,
    @Nullable String source,
    ResidencySpot place,
    List<DataClass> classes,
    String message,
    @Nullable LocalDate effectiveFrom,
    @Nullable String fix,
    @Nullable String waiver) {

  /** Copies the classes. */
  public ResidencyRemark {
    classes = List.copyOf(classes);
  }

  /**
   * A waiver of the spec.
   *
   * @param name its key
   * @param rule whose finding it accepts
   * @param component whose finding it accepts
   * @param reason why
   * @param legalBasis on what ground
   * @param approver by whom
   * @param expires last day on which it counts
   * @param state in force, expired, or not used
   */
  public record Waiver(
      String name,
      String rule,
      String component,
      String reason,
      String legalBasis,
      String approver,
      LocalDate expires,
      String state) {}
}
