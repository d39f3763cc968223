package com.cashtrace.infra.environment;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the spec says about where data may be.
 *
 * @param controller who answers for the data, or null if nobody is named
 * @param profiles names of the rule sets that apply
 * @param transfers name to recorded basis of a transfer out of Nigeria
 * @param waivers name to accepted departure from a rule
 */
public record Residency(
    @Nullable Controller controller,
    List<String> profiles,
    Map<String, Transfer> transfers,
    Map<String, Waiver> waivers) {

  /** Copies list and maps, keeping their order. */
  public Residency {
    profiles = List.copyOf(profiles);
    transfers = Collections.unmodifiableMap(new LinkedHashMap<>(transfers));
    waivers = Collections.unmodifiableMap(new LinkedHashMap<>(waivers));
  }

  /**
   * Who answers for the data.
   *
   * @param name the legal person that decides why and how it is processed
   * @param officer whom people and the Commission can turn to
   * @param registration number at the Commission, or null if none is given
   * @param people whose data it is, or null if nobody said
   */
  public record Controller(
      String name, String officer, @Nullable String registration, @Nullable String people) {}

  /**
   * The recorded basis of a transfer (NDPA s.41(2)).
   *
   * @param country ISO 3166 code of the country that receives the data
   * @param recipient who receives it
   * @param basis ground of the transfer
   * @param reference of the agreement or instrument
   * @param dpia reference of the impact assessment
   * @param recorded when
   * @param by whom
   */
  public record Transfer(
      String country,
      String recipient,
      String basis,
      String reference,
      String dpia,
      LocalDate recorded,
      String by) {}

  /**
   * An accepted departure from a rule.
   *
   * @param rule code of the rule
   * @param component what it is accepted for
   * @param reason why
   * @param legalBasis on what ground
   * @param approver by whom
   * @param expires last day on which it counts
   */
  public record Waiver(
      String rule,
      String component,
      String reason,
      String legalBasis,
      String approver,
      LocalDate expires) {}
}
