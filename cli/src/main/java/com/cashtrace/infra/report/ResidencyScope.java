package com.cashtrace.infra.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chapter is about, and who answers for it.
 *
 * @param controller who decides why and how personal data is processed; null if nobody said
 * @param officer whom the Commission and people can turn to; null if nobody said
 * @param registration number at the Commission; null if nobody said
 * @param people whose data it is; null if nobody said
 * @param purpose what the environment is for; null if nobody said
 * @param tier such as production; null where no spec is known
 * @param account account at the cloud provider; null where no spec is known
 * @param domain under which it is reached; null where no spec is known
 * @param places region and zones that the spec names
 */
public record ResidencyScope(
    @Nullable String controller,
    @Nullable String officer,
    @Nullable String registration,
    @Nullable String people,
    @Nullable String purpose,
    @Nullable String tier,
    @Nullable String account,
    @Nullable String domain,
    List<ResidencySpot> places) {

  /** Copies the places. */
  public ResidencyScope {
    places = List.copyOf(places);
  }
}
