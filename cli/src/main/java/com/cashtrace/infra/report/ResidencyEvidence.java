package com.cashtrace.infra.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From what the chapter was made, so that it can be made again.
 *
 * @param specSha256 digest of the merged spec; null where no spec was read
 * @param specFiles the files of the spec, in the order in which they lie on each other
 * @param input the plan or state; null where only the spec was read
 * @param trail the audit trail of the environment; null where none was read
 * @param ruleSetSha256 digest of the rules that were applied
 * @param holdings facts that were judged
 */
public record ResidencyEvidence(
    @Nullable String specSha256,
    List<String> specFiles,
    @Nullable Input input,
    @Nullable ResidencyTrail trail,
    String ruleSetSha256,
    int holdings) {

  /** Copies the files. */
  public ResidencyEvidence {
    specFiles = List.copyOf(specFiles);
  }

  /**
   * A plan or state in JSON.
   *
   * @param file its name, without the folders above it; of a live state its address in S3
   * @param sha256 digest of its bytes
   * @param formatVersion version of terraform's format; null if it does not say
   * @param terraformVersion the terraform that made it; null if it does not say
   * @param serial of the state; null if it does not say
   * @param lineage of the state; null if it does not say
   */
  public record Input(
      String file,
      String sha256,
      @Nullable String formatVersion,
      @Nullable String terraformVersion,
      @Nullable Long serial,
      @Nullable String lineage) {}
}
