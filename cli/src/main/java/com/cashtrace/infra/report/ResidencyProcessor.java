package com.cashtrace.infra.report;

import com.cashtrace.infra.environment.DataClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else who holds or receives data.
 *
 * @param name the legal person
 * @param role cloud provider, processor, or what else it is
 * @param purpose what it is used for
 * @param classes classes of the data that it gets
 * @param places where it has them
 * @param agreement reference of the agreement; null where none is recorded
 * @param africanHosting yes, no or not known, with the source; null where it does not matter
 */
public record ResidencyProcessor(
    String name,
    String role,
    String purpose,
    List<DataClass> classes,
    List<ResidencySpot> places,
    @Nullable String agreement,
    @Nullable String africanHosting) {

  /** Copies the lists. */
  public ResidencyProcessor {
    classes = List.copyOf(classes);
    places = List.copyOf(places);
  }
}
