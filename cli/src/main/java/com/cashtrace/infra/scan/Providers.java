package com.cashtrace.infra.scan;

import com.cashtrace.infra.place.Places;
import com.cashtrace.infra.place.Whereabouts;
import com.cashtrace.infra.place.Whereabouts.Unknown;
import java.util.HashMap;
import java.util.Map;

/**
 * Where each provider of a configuration works: what it proved by a data source that it read, else
 * what it is set to.
 */
final class Providers {

  private final Facts facts;
  private final References references;
  private final Places places;
  private final Map<String, String> proofs = new HashMap<>();
  private final Map<String, Whereabouts> known = new HashMap<>();

  Providers(Facts facts, Index index, References references, Places places) {
    this.facts = facts;
    this.references = references;
    this.places = places;
    for (ConfigResource resource : facts.configured().values()) {
      // only a region that was asked for without naming one is the provider's own
      if (resource.type().equals("aws_region")
          && resource.isData()
          && resource.expressions().isEmpty()) {
        proof(resource, index);
      }
    }
  }

  private void proof(ConfigResource resource, Index index) {
    for (Held held : index.instances(resource.address())) {
      String region = held.self(Shape.Self.ID);
      if (region != null) {
        proofs.put(resource.providerKey(), region);
      }
    }
  }

  /** Where the provider of that key works. */
  Whereabouts of(String key, Cloud cloud) {
    return known.computeIfAbsent(key, name -> find(name, cloud));
  }

  private Whereabouts find(String key, Cloud cloud) {
    String proof = proofs.get(key);
    if (proof != null) {
      return places.located(cloud.code(), proof);
    }
    ProviderSetting setting = facts.providers().get(key);
    if (setting == null) {
      return new Unknown("the plan does not say which provider it has");
    }
    Expression region = setting.region();
    return region == null
        ? new Unknown("its provider '" + key + "' takes its region from outside the configuration")
        : set(setting, region, cloud);
  }

  private Whereabouts set(ProviderSetting setting, Expression region, Cloud cloud) {
    ConfigModule module = facts.root().find(setting.module());
    Targets targets = references.of(module == null ? facts.root() : module, region);
    Whereabouts one = null;
    for (String text : targets.texts()) {
      Whereabouts where = places.located(cloud.code(), text);
      if (one != null && !one.equals(where)) {
        return unclear(setting, "more than one region");
      }
      one = where;
    }
    if (!targets.lost().isEmpty()) {
      return unclear(setting, String.join(" and ", targets.lost()));
    }
    return one == null ? unclear(setting, "what a plan does not hold") : one;
  }

  private static Unknown unclear(ProviderSetting setting, String what) {
    return new Unknown("the region of its provider '" + setting.key() + "' comes from " + what);
  }
}
