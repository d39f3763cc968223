package com.cashtrace.infra.report;

import com.cashtrace.infra.environment.DataClass;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the transfer register: a country outside of Nigeria and who gets data there.
 *
 * @param name of the record in the spec; null where none is recorded
 * @param country ISO 3166-1 code, or words where it is not one country
 * @param countryName the same in English
 * @param recipient who receives the data
 * @param record the recorded basis; null where none is recorded
 * @param classes classes of the data that go there
 * @param holders components or resources whose data goes there; empty if the record is not used
 */
public record ResidencyTransfer(
    @Nullable String name,
    String country,
    String countryName,
    String recipient,
    @Nullable Basis record,
    List<DataClass> classes,
    List<String> holders) {

  /** Copies the lists. */
  public ResidencyTransfer {
    classes = List.copyOf(classes);
    holders = List.copyOf(holders);
  }

  /**
   * What section 41(2) of the Act wants on record.
   *
   * @param ground of the transfer
   * @param reference of the instrument
   * @param dpia reference of the impact assessment
   * @param recorded when
   * @param by whom
   */
  public record Basis(
      String ground, String reference, String dpia, LocalDate recorded, String by) {}
}
