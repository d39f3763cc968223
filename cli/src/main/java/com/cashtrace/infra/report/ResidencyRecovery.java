package com.cashtrace.infra.report;

import java.util.List;

/**
 * What of the environment survives what, and what shows it.
 *
 * @param measures what the spec asks for, one a store
 * @param answer what was chosen against the loss of the whole region, in sentences
 * @param proofs what shows that recovery works, and whether it exists
 */
public record ResidencyRecovery(List<Measure> measures, List<String> answer, List<Proof> proofs) {

  /** Copies the lists. */
  public ResidencyRecovery {
    measures = List.copyOf(measures);
    answer = List.copyOf(answer);
    proofs = List.copyOf(proofs);
  }

  /**
   * What a store has against loss.
   *
   * @param store the component
   * @param zone what happens when a zone is lost
   * @param mistake what brings data back that a mistake destroyed
   * @param region what is left when the region is lost
   */
  public record Measure(String store, String zone, String mistake, String region) {}

  /**
   * Something that an auditor asks for.
   *
   * @param what it is
   * @param found what there is of it, or that there is nothing
   * @param exists true if there is something
   */
  public record Proof(String what, String found, boolean exists) {}
}
