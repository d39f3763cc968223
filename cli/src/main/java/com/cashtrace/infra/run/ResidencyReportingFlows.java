package com.cashtrace.infra.run;

import static com.cashtrace.infra.run.ResidencyReportingCase.owner;

import com.cashtrace.infra.environment.DataClass;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Kind;
import com.cashtrace.infra.environment.Service;
import com.cashtrace.infra.environment.ThirdParty;
import com.cashtrace.infra.place.Whereabouts;
import com.cashtrace.infra.place.Whereabouts.Unknown;
import com.cashtrace.infra.report.ResidencyFlow;
import com.cashtrace.infra.report.ResidencySpot;
import com.cashtrace.infra.residency.Aspect;
import com.cashtrace.infra.residency.Holding;
import com.cashtrace.infra.residency.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the flows of data: from people to services, to stores, to copies and to others. */
final class ResidencyReportingFlows {

  private static final Set<Role> LEAVING =
      EnumSet.of(Role.COPY, Role.DESTINATION, Role.EDGE, Role.PATH);

  private final ResidencyReportingCase input;
  private final ResidencyReportingRegister register;

  /** Owner to what says where it is. */
  private final Map<String, Holding> placed = new HashMap<>();

  private final List<ResidencyFlow> flows = new ArrayList<>();

  ResidencyReportingFlows(ResidencyReportingCase input) {
    this.input = input;
    this.register = new ResidencyReportingRegister(input);
    for (Holding holding : input.verdict().holdings()) {
      if (holding.role() == Role.PLACEMENT && holding.aspect() != Aspect.KEY) {
        placed.putIfAbsent(owner(holding), holding);
      }
    }
  }

  List<ResidencyFlow> flows() {
    input.spec().ifPresent(this::declared);
    input.verdict().holdings().stream().filter(this::leaves).forEach(this::leaving);
    return flows;
  }

  private void declared(Environment environment) {
    for (Service service : environment.services().values()) {
      if (service.isPublic()) {
        String name = name(Kind.SERVICES, service.key());
        Holding at = placed.get(name);
        add(
            new Place(ResidencyFlow.PEOPLE, ResidencySpot.home()),
            at(name),
            service.handles(),
            "requests and answers",
            at);
      }
    }
    environment.services().values().forEach(service -> uses(environment, service));
  }

  /** What a service writes to and reads from, the stores of one country in one flow. */
  private void uses(Environment environment, Service service) {
    Place from = at(name(Kind.SERVICES, service.key()));
    Map<String, List<Place>> targets = new LinkedHashMap<>();
    Map<String, Set<DataClass>> classes = new HashMap<>();
    service
        .uses()
        .keySet()
        .forEach(
            reference -> {
              Set<DataClass> data = data(environment, reference.kind(), reference.key());
              if (!data.isEmpty()) {
                Place to = at(reference.toString());
                String land = to.spot().land();
                targets.computeIfAbsent(land, each -> new ArrayList<>()).add(to);
                classes.computeIfAbsent(land, each -> new HashSet<>()).addAll(data);
              }
            });
    targets.forEach(
        (land, places) -> {
          String names = places.stream().map(Place::name).collect(Collectors.joining(", "));
          Set<DataClass> data = Objects.requireNonNull(classes.get(land));
          add(from, new Place(names, places.get(0).spot()), data, "reads and writes", null);
        });
  }

  /** The classes of what a service uses; a secret holds no data of people. */
  private static Set<DataClass> data(Environment environment, Kind kind, String key) {
    return switch (kind) {
      case SERVICES -> classes(environment.services().get(key), Service::handles);
      case DATABASES -> classes(environment.databases().get(key), each -> each.data());
      case CACHES -> classes(environment.caches().get(key), each -> each.data());
      case BUCKETS -> classes(environment.buckets().get(key), each -> each.data());
      case SECRETS, THIRD_PARTIES -> Set.of();
    };
  }

  private static <T> Set<DataClass> classes(
      @Nullable T component, Function<T, List<DataClass>> data) {
    return component == null ? Set.of() : Set.copyOf(data.apply(component));
  }

  /** Backups beside their store are in the inventory; what crosses a border is a flow as well. */
  private boolean leaves(Holding holding) {
    if (!LEAVING.contains(holding.role())) {
      return false;
    }
    String land = ResidencySpot.of(holding.where()).land();
    return holding.role() != Role.COPY || !land.equals(at(owner(holding)).spot().land());
  }

  private void leaving(Holding holding) {
    ResidencySpot spot = ResidencySpot.of(holding.where());
    String to = Objects.requireNonNullElse(holding.recipient(), spot.name());
    add(
        placed.containsKey(owner(holding)) ? at(owner(holding)) : here(),
        new Place(to, spot),
        holding.classes(),
        purpose(owner(holding)).orElse(holding.detail()),
        holding);
  }

  /** Takes down a flow; {@code transfer} is what may be a transfer out of Nigeria, or null. */
  private void add(
      Place from,
      Place to,
      Collection<DataClass> classes,
      String what,
      @Nullable Holding transfer) {
    Set<DataClass> sorted = EnumSet.noneOf(DataClass.class);
    sorted.addAll(classes);
    flows.add(
        new ResidencyFlow(
            flows.size() + 1,
            from.name(),
            from.spot(),
            to.name(),
            to.spot(),
            List.copyOf(sorted),
            what,
            transfer != null && register.concerns(transfer),
            transfer == null ? null : register.basis(transfer)));
  }

  private Place at(String owner) {
    Holding holding = placed.get(owner);
    ResidencySpot spot =
        ResidencySpot.of(
            holding == null ? new Unknown("nothing says where it is") : holding.where());
    return new Place(owner, spot);
  }

  /** What a third party gets data for. */
  private Optional<String> purpose(String owner) {
    return input.spec().stream()
        .flatMap(spec -> spec.thirdParties().values().stream())
        .filter(party -> party.identity().reference().toString().equals(owner))
        .map(ThirdParty::purpose)
        .findFirst();
  }

  /** The environment as a whole, for what no component of it sends. */
  private Place here() {
    Whereabouts where =
        input.verdict().holdings().stream()
            .filter(holding -> holding.role() == Role.PLACEMENT)
            .findFirst()
            .map(Holding::where)
            .orElse(new Unknown("nothing says where it is"));
    return new Place(ResidencyFlow.ENVIRONMENT, ResidencySpot.of(where));
  }

  private static String name(Kind kind, String key) {
    return kind.word() + "." + key;
  }

  /** Something with a name at a place. */
  private record Place(String name, ResidencySpot spot) {}
}
