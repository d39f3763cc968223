package com.cashtrace.infra.catalog;

import com.cashtrace.infra.document.Entries;
import com.cashtrace.infra.document.Resources;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The pairs of CPU and memory that Fargate has.
 *
 * @param byUnits CPU units, 1024 to a vCPU, to what goes with them
 */
public record FargateSizes(Map<Integer, FargateSize> byUnits) {

  private static final BigDecimal UNITS_PER_VCPU = BigDecimal.valueOf(1_024);

  /** Copies the map. */
  public FargateSizes {
    byUnits = Map.copyOf(byUnits);
  }

  static FargateSizes read(Resources resources) {
    Map<Integer, FargateSize> sizes = new LinkedHashMap<>();
    for (Entries entries : Entries.read(resources, "schemas/catalog/fargate.yaml").maps("sizes")) {
      String cpu = entries.text("cpu");
      sizes.put(
          entries.decimal("cpu").multiply(UNITS_PER_VCPU).intValue(),
          new FargateSize(
              cpu,
              Set.copyOf(entries.list("memory", FargateSizes::mebibytes)),
              entries.text("words")));
    }
    return new FargateSizes(sizes);
  }

  private static long mebibytes(String size) {
    long number = Long.parseLong(size.replaceFirst("[MG]iB$", ""));
    return size.endsWith("GiB") ? number * 1_024 : number;
  }

  /** What goes with an amount of CPU, in units of which 1024 are a vCPU. */
  public Optional<FargateSize> of(int units) {
    return Optional.ofNullable(byUnits.get(units));
  }
}
