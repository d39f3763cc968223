package com.cashtrace.infra.scan;

import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.residency.Agreement.Side;
import com.cashtrace.infra.residency.Agreement.Stated;
import com.cashtrace.infra.residency.Holding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document says about where data is and goes.
 *
 * @param kind whether it is planned or there
 * @param formatVersion version of the JSON format, 1.x
 * @param terraformVersion the terraform that wrote it; empty if it does not say
 * @param resources how many resources there are, data sources left out
 * @param environment the environment from whose spec it was rendered, or null if it was not
 * @param holdings everything that has a place, in a fixed order
 * @param notes what else people must see
 */
public record ScanResult(
    Kind kind,
    String formatVersion,
    String terraformVersion,
    int resources,
    @Nullable String environment,
    List<Holding> holdings,
    List<Problem> notes) {

  /** Copies the lists. */
  public ScanResult {
    holdings = List.copyOf(holdings);
    notes = List.copyOf(notes);
  }

  /** What it says, to be held against a spec or another document. */
  public Stated stated() {
    return new Stated(kind == Kind.PLAN ? Side.PLAN : Side.STATE, holdings, environment != null);
  }

  /** What a document is. */
  public enum Kind {
    PLAN,
    STATE
  }
}
