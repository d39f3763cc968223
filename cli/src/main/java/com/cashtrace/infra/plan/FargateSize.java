package com.cashtrace.infra.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Puts together what a service costs: its task definition, its scaling and its capacity. */
final class FargateSize {

  private static final int UNITS_OF_ONE_CPU = 1024;
  private static final int MIB_OF_ONE_GIB = 1024;

  private @Nullable Value task;
  private @Nullable Value service;
  private @Nullable Value scaling;

  void task(Value after) {
    task = after;
  }

  void service(Value after) {
    service = after;
  }

  void scaling(Value after) {
    scaling = after;
  }

  /** The size of one task and how many of them there may be; empty without a task definition. */
  Optional<Size> size() {
    if (task == null) {
      return Optional.empty();
    }
    String cpu = cpu(task.at("cpu").whole());
    String detail = cpu + ", " + memory(task.at("memory").whole()) + tasks() + spot();
    return Optional.of(new Size("Fargate task", 1, detail));
  }

  private String tasks() {
    if (scaling != null) {
      return ", "
          + number(scaling.at("min_capacity"))
          + " to "
          + number(scaling.at("max_capacity"))
          + " of them";
    }
    return service == null
        ? ", when scheduled"
        : ", " + number(service.at("desired_count")) + " of them";
  }

  private static String number(Value value) {
    OptionalLong number = value.whole();
    return number.isPresent() ? String.valueOf(number.getAsLong()) : "?";
  }

  private String spot() {
    boolean spot =
        service != null
            && service
                .at("capacity_provider_strategy", "0", "capacity_provider")
                .text()
                .orElse("")
                .equals("FARGATE_SPOT");
    return spot ? ", spot" : "";
  }

  private static String cpu(OptionalLong units) {
    return units.isEmpty() ? "? vCPU" : share(units.getAsLong(), UNITS_OF_ONE_CPU) + " vCPU";
  }

  private static String memory(OptionalLong mib) {
    if (mib.isEmpty()) {
      return "? GiB";
    }
    return mib.getAsLong() < MIB_OF_ONE_GIB
        ? mib.getAsLong() + " MiB"
        : share(mib.getAsLong(), MIB_OF_ONE_GIB) + " GiB";
  }

  private static String share(long amount, int unit) {
    return BigDecimal.valueOf(amount)
        .divide(BigDecimal.valueOf(unit), 2, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
