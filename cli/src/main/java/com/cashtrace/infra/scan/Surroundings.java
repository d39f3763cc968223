package com.cashtrace.infra.scan;

import com.cashtrace.infra.place.Mention;
import com.cashtrace.infra.place.Whereabouts;
import com.cashtrace.infra.place.Whereabouts.Known;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.residency.Aspect;
import com.cashtrace.infra.residency.Holding;
import com.cashtrace.infra.residency.Role;
import com.cashtrace.infra.residency.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the places that the configuration names outside of resources: in providers, whose requests
 * go there, and in constant arguments of modules, unless a resource of the module shows what they
 * lead to.
 */
final class Surroundings {

  private final Facts facts;
  private final Placing placing;
  private final Location location;
  private final Map<String, Set<Whereabouts>> told = new HashMap<>();
  private final Set<String> keys = new HashSet<>();
  private final List<Holding> holdings = new ArrayList<>();

  Surroundings(Facts facts, Placing placing, Location location) {
    this.facts = facts;
    this.placing = placing;
    this.location = location;
  }

  /** Takes note of what a resource tells by itself. */
  void tell(Held held, Iterable<Holding> found) {
    ConfigResource config = facts.configured().get(held.bare());
    if (config != null) {
      keys.add(config.providerKey());
    }
    for (String module = Address.module(held.bare()); !module.isEmpty(); module = above(module)) {
      Set<Whereabouts> places = told.computeIfAbsent(module, key -> new HashSet<>());
      found.forEach(holding -> places.add(region(holding.where())));
    }
  }

  private static String above(String module) {
    int end = module.lastIndexOf(".module.");
    return end < 0 ? "" : module.substring(0, end);
  }

  /** Of places in one region and country, all are one here. */
  private static Whereabouts region(Whereabouts where) {
    return where instanceof Known known ? known.withoutZone() : where;
  }

  /** Everything that no resource told. */
  List<Holding> find() {
    for (ProviderSetting setting : facts.providers().values()) {
      if (keys.contains(setting.key())) {
        Whereabouts own = placing.provider(setting.key(), Cloud.AWS);
        String name = "provider." + setting.key();
        setting
            .mentions()
            .forEach((mention, path) -> add(name, "provider", path, mention, Set.of(own)));
      }
    }
    calls(facts.root());
    return holdings;
  }

  private void calls(ConfigModule module) {
    for (ConfigModule called : module.children().values()) {
      ConfigCall call = called.call();
      Set<Whereabouts> places = told.get(called.address());
      if (call != null && places != null) {
        call.mentions()
            .forEach((mention, path) -> add(called.address(), "module", path, mention, places));
      }
      calls(called);
    }
  }

  private void add(
      String name, String type, String path, Mention mention, Set<Whereabouts> places) {
    Whereabouts where = mention.where();
    if (mention.form() == Mention.Form.BUCKET || places.contains(region(where))) {
      return;
    }
    holdings.add(
        new Holding(
            new Subject(name, type, path, null, location),
            Set.of(),
            type.equals("provider") ? Aspect.TRANSIT : Aspect.COMPUTE,
            Role.MENTION,
            where,
            recipient(mention, where),
            "names " + where));
  }

  private static @Nullable String recipient(Mention mention, Whereabouts where) {
    if (mention.form() == Mention.Form.PROCESSOR) {
      return mention.holder();
    }
    return where instanceof Known known ? Cloud.company(known.provider()) : null;
  }
}
