package com.cashtrace.infra.catalog;

import java.util.Set;

/**
 * What Fargate offers for one amount of CPU.
 *
 * @param cpu number of vCPU as it is written, such as {@code 0.5}
 * @param memory the amounts of memory that go with it, in MiB
 * @param words the same for a message
 */
public record FargateSize(String cpu, Set<Long> memory, String words) {

  /** Copies the set. */
  public FargateSize {
    memory = Set.copyOf(memory);
  }
}
