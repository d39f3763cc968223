package com.cashtrace.infra.residency;

import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.environment.Bucket;
import com.cashtrace.infra.environment.Cache;
import com.cashtrace.infra.environment.Component;
import com.cashtrace.infra.environment.DataClass;
import com.cashtrace.infra.environment.Database;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Kind;
import com.cashtrace.infra.environment.Secret;
import com.cashtrace.infra.environment.Service;
import com.cashtrace.infra.environment.ThirdParty;
import com.cashtrace.infra.place.Places;
import com.cashtrace.infra.place.Whereabouts;
import com.cashtrace.infra.place.Whereabouts.Known;
import com.cashtrace.infra.place.Whereabouts.Unknown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a spec declares, as holdings: where each component keeps data, copies, keys and logs. */
public final class SpecHoldings {

  /** Addresses of people stand in the logs of connections. */
  private static final List<DataClass> CONNECTION_LOG =
      List.of(DataClass.OPERATIONAL, DataClass.PERSONAL);

  private static final List<DataClass> OPERATIONAL = List.of(DataClass.OPERATIONAL);

  private final Environment environment;
  private final Places places;
  private final Site site;

  private SpecHoldings(Environment environment, Places places) {
    this.environment = environment;
    this.places = places;
    this.site = Site.of(environment.place(), places);
  }

  /** Everything that an environment declares, kind by kind, in the order of the spec. */
  public static List<Holding> of(Environment environment, Places places) {
    SpecHoldings spec = new SpecHoldings(environment, places);
    return Stream.concat(
            Stream.of(Kind.values()).flatMap(kind -> spec.of(kind).stream()),
            spec.foundation().stream())
        .toList();
  }

  /** A kind that does not say where its data lives does not compile: keep it without a default. */
  private List<Holding> of(Kind kind) {
    return switch (kind) {
      case SERVICES -> each(environment.services().values(), this::service);
      case DATABASES -> each(environment.databases().values(), this::database);
      case CACHES -> each(environment.caches().values(), this::cache);
      case BUCKETS -> each(environment.buckets().values(), this::bucket);
      case SECRETS -> each(environment.secrets().values(), this::secret);
      case THIRD_PARTIES ->
          each(
              environment.thirdParties().values(),
              (party, to) -> to.sent(where(party), party.processor(), party.data()));
    };
  }

  private void service(Service service, Declared to) {
    to.at(site.zones(), Aspect.COMPUTE, Role.PLACEMENT, "runs", service.handles());
    to.kept(Aspect.LOG, Role.PLACEMENT, "keeps its log", service.handles());
    to.kept(Aspect.KEY, Role.PLACEMENT, "has the key of its log", service.handles());
  }

  private void database(Database database, Declared to) {
    to.at(site.zones(), Aspect.AT_REST, Role.PLACEMENT, "is stored", database.data());
    if (database.replicas() > 0) {
      to.at(site.zones(), Aspect.AT_REST, Role.COPY, "has replicas", database.data());
    }
    if (database.multiZone()) {
      to.at(site.zones(), Aspect.AT_REST, Role.COPY, "has a standby", database.data());
    }
    to.kept(Aspect.BACKUP, Role.COPY, "keeps its backups", database.data());
    to.kept(Aspect.KEY, Role.PLACEMENT, "has its key", database.data());
    to.kept(Aspect.LOG, Role.PLACEMENT, "keeps its log", database.data());
  }

  private void cache(Cache cache, Declared to) {
    to.at(site.zones(), Aspect.CACHE, Role.PLACEMENT, "is kept", cache.data());
    if (cache.replicas() > 0) {
      to.at(site.zones(), Aspect.CACHE, Role.COPY, "has replicas", cache.data());
    }
    to.kept(Aspect.BACKUP, Role.COPY, "keeps its snapshots", cache.data());
    to.kept(Aspect.KEY, Role.PLACEMENT, "has its key", cache.data());
    to.kept(Aspect.LOG, Role.PLACEMENT, "keeps its log", cache.data());
  }

  private void bucket(Bucket bucket, Declared to) {
    to.kept(Aspect.AT_REST, Role.PLACEMENT, "is stored", bucket.data());
    to.kept(Aspect.BACKUP, Role.COPY, "keeps old versions", bucket.data());
    to.kept(Aspect.KEY, Role.PLACEMENT, "has its key", bucket.data());
  }

  private void secret(Secret secret, Declared to) {
    to.kept(Aspect.AT_REST, Role.PLACEMENT, "is stored", OPERATIONAL);
    to.kept(Aspect.KEY, Role.PLACEMENT, "has its key", OPERATIONAL);
  }

  /** What every environment has, whatever its components. */
  private List<Holding> foundation() {
    List<Holding> holdings = new ArrayList<>();
    Declared network = part("network", SpecPath.of("network"), holdings);
    network.kept(Aspect.LOG, Role.PLACEMENT, "keeps its flow log", CONNECTION_LOG);
    Declared state = part("state", SpecPath.of("state"), holdings);
    state.kept(Aspect.AT_REST, Role.PLACEMENT, "is stored", OPERATIONAL);
    if (!environment.services().isEmpty()) {
      Declared registry = part("registry", SpecPath.of("services"), holdings);
      registry.kept(Aspect.AT_REST, Role.PLACEMENT, "keeps the images", OPERATIONAL);
    }
    Set<DataClass> passing = EnumSet.noneOf(DataClass.class);
    environment.services().values().stream()
        .filter(Service::isPublic)
        .forEach(service -> passing.addAll(service.handles()));
    if (!passing.isEmpty()) {
      Declared balancer = part("load-balancer", SpecPath.of("services"), holdings);
      balancer.at(site.zones(), Aspect.COMPUTE, Role.PLACEMENT, "ends TLS", passing);
      balancer.kept(Aspect.LOG, Role.PLACEMENT, "keeps its log", CONNECTION_LOG);
    }
    return holdings;
  }

  /** A region is more exact than a country, but it has to lie there. */
  private Whereabouts where(ThirdParty party) {
    if (party.region() == null) {
      return new Known(party.processor(), null, null, party.country());
    }
    Whereabouts region =
        places
            .region(party.region())
            .orElseGet(() -> new Unknown("'" + party.region() + "' is no known place"));
    return region instanceof Known known && !known.country().equals(party.country())
        ? new Unknown(
            "'" + party.region() + "' is in " + known.country() + ", not " + party.country())
        : region;
  }

  private <C extends Component> List<Holding> each(
      Collection<C> components, java.util.function.BiConsumer<C, Declared> declare) {
    List<Holding> holdings = new ArrayList<>();
    for (C component : components) {
      String name = component.identity().reference().toString();
      String kind = component.identity().reference().kind().word();
      declare.accept(component, declared(name, kind, component.path(), holdings));
    }
    return holdings;
  }

  private Declared part(String name, SpecPath path, List<Holding> holdings) {
    return declared(name, name, path, holdings);
  }

  private Declared declared(String name, String type, SpecPath path, List<Holding> holdings) {
    var location = environment.document().locateKey(path);
    return new Declared(new Subject(name, type, null, name, location), site, holdings);
  }
}
