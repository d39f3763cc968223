package com.cashtrace.infra.report;

import com.cashtrace.infra.environment.DataClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Data on its way.
 *
 * @param number by which picture and table find each other
 * @param from who sends it
 * @param fromPlace where that is
 * @param to who gets it
 * @param toPlace where that is
 * @param classes classes of the data
 * @param what it is, in words
 * @param transfer true if it is, or may be, a transfer out of Nigeria that needs a recorded basis
 * @param basis name of the recorded transfer that covers it; null where none is needed or recorded
 */
public record ResidencyFlow(
    int number,
    String from,
    ResidencySpot fromPlace,
    String to,
    ResidencySpot toPlace,
    List<DataClass> classes,
    String what,
    boolean transfer,
    @Nullable String basis) {

  /** Who sends data where no component does: the people whose data it is. */
  public static final String PEOPLE = "People whose data it is";

  /** Who sends data where it is the environment as a whole. */
  public static final String ENVIRONMENT = "The environment";

  /** Copies the classes. */
  public ResidencyFlow {
    classes = List.copyOf(classes);
  }

  /** True if it goes from one country to another, or may. */
  public boolean crossesBorder() {
    return !fromPlace.land().equals(toPlace.land());
  }
}
