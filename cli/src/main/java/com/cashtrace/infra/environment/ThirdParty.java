package com.cashtrace.infra.environment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A company outside that gets data of the environment. Nothing of it is made here; it is declared
 * so that residency can be judged and the processors be listed.
 *
 * <pre>{@code
 * alerts:
 *   processor: PagerDuty
 *   purpose: pages the engineer on duty
 *   data: [operational]
 *   country: US
 *   agreement: MSA-2026-007
 * }</pre>
 *
 * @param identity key; the name is the processor's
 * @param processor the company, as the register of transfers names it
 * @param purpose what it gets the data for, as a part of a sentence
 * @param data classes of the data that it gets
 * @param country ISO 3166-1 code of the country where it keeps the data
 * @param region code of the cloud region where it keeps the data, or null if only the country is
 *     known
 * @param agreement reference of the agreement with it
 */
public record ThirdParty(
    Identity identity,
    String processor,
    String purpose,
    List<DataClass> data,
    String country,
    @Nullable String region,
    String agreement)
    implements Component {

  /** Copies the classes. */
  public ThirdParty {
    data = List.copyOf(data);
  }
}
