package com.cashtrace.infra.run;

import static com.cashtrace.infra.run.ResidencyReportingCase.owner;

import com.cashtrace.infra.environment.DataClass;
import com.cashtrace.infra.environment.Residency.Transfer;
import com.cashtrace.infra.place.Whereabouts.Known;
import com.cashtrace.infra.report.ResidencySpot;
import com.cashtrace.infra.report.ResidencyTransfer;
import com.cashtrace.infra.residency.Holding;
import com.cashtrace.infra.residency.Register;
import com.cashtrace.infra.residency.TransferScope;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes the register of transfers: every country and recipient outside of Nigeria, with what is on
 * record for it.
 *
 * @param input what was judged
 */
record ResidencyReportingRegister(ResidencyReportingCase input) {

  private static final String NOBODY = "recipient not known";

  List<ResidencyTransfer> transfers() {
    Map<String, List<Holding>> targets = new TreeMap<>();
    for (Holding holding : input.verdict().holdings()) {
      if (concerns(holding)) {
        String recipient = Objects.requireNonNullElse(holding.recipient(), NOBODY);
        String key = ResidencySpot.of(holding.where()).land() + "\0" + recipient;
        targets.computeIfAbsent(key, k -> new ArrayList<>()).add(holding);
      }
    }
    List<ResidencyTransfer> transfers = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (List<Holding> holdings : targets.values()) {
      ResidencyTransfer transfer = transfer(holdings);
      transfers.add(transfer);
      used.add(String.valueOf(transfer.name()));
    }
    recorded().entrySet().stream()
        .filter(entry -> !used.contains(entry.getKey()))
        .map(entry -> unused(entry.getKey(), entry.getValue()))
        .forEach(transfers::add);
    return transfers;
  }

  /** True if the rule of the Act on transfers is about it. */
  boolean concerns(Holding holding) {
    return new TransferScope(input.always().rules().get(0)).concerns(holding);
  }

  private Map<String, Transfer> recorded() {
    return input.spec().map(env -> env.residency().transfers()).orElse(Map.of());
  }

  /** Name and record that cover a place and a recipient on the day of the report. */
  Optional<Map.Entry<String, Transfer>> record(Holding holding) {
    if (!(holding.where() instanceof Known known)) {
      return Optional.empty();
    }
    return input
        .spec()
        .flatMap(
            spec ->
                Register.of(spec)
                    .transfer(known.country(), holding.recipient(), input.verdict().asOf()));
  }

  private ResidencyTransfer transfer(List<Holding> holdings) {
    Holding first = holdings.get(0);
    ResidencySpot spot = ResidencySpot.of(first.where());
    Map.Entry<String, Transfer> record = record(first).orElse(null);
    Set<DataClass> classes = EnumSet.noneOf(DataClass.class);
    Set<String> holders = new TreeSet<>();
    for (Holding holding : holdings) {
      classes.addAll(holding.classes());
      holders.add(owner(holding));
    }
    String land = spot.countryName() == null ? spot.land() : spot.countryName();
    return new ResidencyTransfer(
        record == null ? null : record.getKey(),
        spot.country() == null ? "-" : spot.country(),
        land,
        Objects.requireNonNullElse(first.recipient(), NOBODY),
        record == null ? null : basis(record.getValue()),
        List.copyOf(classes),
        List.copyOf(holders));
  }

  private static ResidencyTransfer unused(String name, Transfer transfer) {
    Known country = new Known(transfer.recipient(), null, null, transfer.country());
    String countryName = ResidencySpot.of(country).countryName();
    return new ResidencyTransfer(
        name,
        transfer.country(),
        Objects.requireNonNullElse(countryName, transfer.country()),
        transfer.recipient(),
        basis(transfer),
        List.of(),
        List.of());
  }

  private static ResidencyTransfer.Basis basis(Transfer transfer) {
    return new ResidencyTransfer.Basis(
        transfer.basis(),
        transfer.reference(),
        transfer.dpia(),
        transfer.recorded(),
        transfer.by());
  }

  /** Name of the record that covers a holding; null if it needs none, or has none. */
  @Nullable String basis(Holding holding) {
    return concerns(holding) ? record(holding).map(Map.Entry::getKey).orElse(null) : null;
  }
}
