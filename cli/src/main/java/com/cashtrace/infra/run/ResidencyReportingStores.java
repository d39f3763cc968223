package com.cashtrace.infra.run;

import com.cashtrace.infra.environment.DataClass;
import com.cashtrace.infra.place.Whereabouts.Known;
import com.cashtrace.infra.report.ResidencySpot;
import com.cashtrace.infra.report.ResidencyStore;
import com.cashtrace.infra.report.ResidencyStore.Processing;
import com.cashtrace.infra.residency.AlwaysOn;
import com.cashtrace.infra.residency.Aspect;
import com.cashtrace.infra.residency.Exposure;
import com.cashtrace.infra.residency.Finding;
import com.cashtrace.infra.residency.Holding;
import com.cashtrace.infra.residency.Role;
import com.cashtrace.infra.residency.Subject;
import com.cashtrace.infra.residency.TransferScope;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Makes the inventory: what keeps data, and what works on it.
 *
 * @param input what was judged
 */
record ResidencyReportingStores(ResidencyReportingCase input) {

  /** Ways of keeping data that make a line of their own; keys and backups belong to another. */
  private static final List<Aspect> KEEPING =
      List.of(Aspect.AT_REST, Aspect.CACHE, Aspect.QUEUE, Aspect.LOG);

  List<ResidencyStore> stores() {
    List<ResidencyStore> stores = new ArrayList<>();
    owners().forEach((owner, holdings) -> stores.addAll(stores(owner, holdings)));
    return stores;
  }

  /** Everything that was judged, by what it belongs to, in the order of the names. */
  private Map<String, List<Holding>> owners() {
    Map<String, List<Holding>> owners = new TreeMap<>();
    for (Holding holding : input.verdict().holdings()) {
      owners
          .computeIfAbsent(ResidencyReportingCase.owner(holding), owner -> new ArrayList<>())
          .add(holding);
    }
    return owners;
  }

  private List<ResidencyStore> stores(String owner, List<Holding> holdings) {
    Map<Aspect, List<Holding>> kept = new LinkedHashMap<>();
    for (Aspect aspect : KEEPING) {
      List<Holding> placed =
          holdings.stream()
              .filter(h -> h.aspect() == aspect && h.role() == Role.PLACEMENT)
              .toList();
      if (!placed.isEmpty()) {
        kept.put(aspect, placed);
      }
    }
    List<ResidencyStore> stores = new ArrayList<>();
    for (Map.Entry<Aspect, List<Holding>> entry : kept.entrySet()) {
      // keys, copies and destinations belong to the first line
      List<Holding> rest =
          holdings.stream()
              .filter(holding -> stores.isEmpty() && !isApart(holding, kept.keySet()))
              .toList();
      stores.add(store(owner, entry.getKey(), entry.getValue(), rest));
    }
    return stores;
  }

  private static boolean isApart(Holding holding, Set<Aspect> kept) {
    return holding.role() == Role.PLACEMENT
        && (kept.contains(holding.aspect()) || holding.aspect() == Aspect.COMPUTE);
  }

  /** One line; {@code rest} holds the keys and copies that belong to it. */
  private ResidencyStore store(
      String owner, Aspect aspect, List<Holding> placed, List<Holding> rest) {
    ResidencyReportingFacts facts = ResidencyReportingFacts.of(input.environment(), owner, aspect);
    Subject subject = placed.get(0).subject();
    return new ResidencyStore(
        owner,
        facts.typeOr(subject.type()),
        aspect,
        classes(placed),
        spots(placed, holding -> true),
        spots(rest, holding -> holding.aspect() == Aspect.KEY),
        spots(rest, ResidencyReportingStores::isCopy),
        facts.replicas(),
        facts.retention(),
        subject.location() == null ? null : subject.location().toString(),
        exposure(placed, rest));
  }

  private static boolean isCopy(Holding holding) {
    return holding.aspect() == Aspect.BACKUP
        || (holding.role() == Role.COPY && holding.aspect() != Aspect.KEY);
  }

  List<Processing> processing() {
    List<Processing> processing = new ArrayList<>();
    owners()
        .forEach(
            (owner, holdings) -> {
              List<Holding> at = holdings.stream().filter(ResidencyReportingStores::works).toList();
              if (!at.isEmpty()) {
                processing.add(processing(owner, at));
              }
            });
    return processing;
  }

  private Processing processing(String owner, List<Holding> at) {
    String type =
        ResidencyReportingFacts.of(input.environment(), owner, Aspect.COMPUTE)
            .typeOr(at.get(0).subject().type());
    return new Processing(
        owner, type, classes(at), spots(at, holding -> true), exposure(at, List.of()));
  }

  private static boolean works(Holding holding) {
    return holding.aspect() == Aspect.COMPUTE && holding.role() == Role.PLACEMENT;
  }

  private static List<DataClass> classes(List<Holding> holdings) {
    Set<DataClass> classes = EnumSet.noneOf(DataClass.class);
    holdings.forEach(holding -> classes.addAll(holding.classes()));
    return List.copyOf(classes);
  }

  private static List<ResidencySpot> spots(List<Holding> holdings, Predicate<Holding> which) {
    return holdings.stream()
        .filter(which)
        .map(holding -> ResidencySpot.of(holding.where()))
        .distinct()
        .toList();
  }

  private Exposure exposure(List<Holding> some, List<Holding> others) {
    Set<Holding> all = new HashSet<>(some);
    all.addAll(others);
    return input.verdict().findings().stream()
        .filter(finding -> finding.waiver() == null && isAbout(finding, all))
        .map(Finding::exposure)
        .min(Exposure::compareTo)
        .orElse(Exposure.OK);
  }

  /** What is found once for all that it holds for is about each of them. */
  private boolean isAbout(Finding finding, Set<Holding> all) {
    if (finding.rule().equals(AlwaysOn.ASSUMED)) {
      return all.stream().anyMatch(holding -> holding.classes().isEmpty());
    }
    boolean noSpec = input.spec().isEmpty() && finding.holding().where() instanceof Known;
    if (finding.rule().equals(AlwaysOn.TRANSFER) && noSpec) {
      TransferScope scope = new TransferScope(input.always().rules().get(0));
      return all.stream().anyMatch(scope::concerns);
    }
    return all.contains(finding.holding());
  }
}
