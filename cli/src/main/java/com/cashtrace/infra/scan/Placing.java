package com.cashtrace.infra.scan;

import com.cashtrace.infra.place.Mention;
import com.cashtrace.infra.place.Places;
import com.cashtrace.infra.place.Whereabouts;
import com.cashtrace.infra.place.Whereabouts.Known;
import com.cashtrace.infra.place.Whereabouts.Unknown;
import com.cashtrace.infra.place.Whereabouts.Worldwide;
import com.cashtrace.infra.residency.Aspect;
import com.cashtrace.infra.residency.Role;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where each resource is. What is trusted, the first that tells: its own region, a zone or an ARN
 * that is known, the proof of its provider, the setting of its provider. What none of them tells is
 * unknown.
 */
final class Placing {

  private static final Unknown UNTOLD = new Unknown("nothing in it tells its region");
  private static final Unknown CIRCLE = new Unknown("it refers to itself");

  private final Facts facts;
  private final Index index;
  private final References references;
  private final Providers providers;
  private final Knowledge knowledge;
  private final TypeFacts.Catalogue types;
  private final Map<Held, Whereabouts> known = new HashMap<>();

  Placing(
      Facts facts,
      Index index,
      References references,
      Knowledge knowledge,
      TypeFacts.Catalogue types) {
    this.types = types;
    this.facts = facts;
    this.index = index;
    this.references = references;
    this.knowledge = knowledge;
    this.providers = new Providers(facts, index, references, knowledge.places());
  }

  /** Where a resource is. */
  Whereabouts of(Held held) {
    Whereabouts where = known.putIfAbsent(held, CIRCLE);
    if (where == null) {
      where = find(held);
      known.put(held, where);
    }
    return where;
  }

  /** Where the instances are that an expression refers to. */
  Set<Whereabouts> of(Target target) {
    Set<Whereabouts> all = new LinkedHashSet<>();
    for (Held held : index.instances(target.resource().address())) {
      if (target.mayBe(held)) {
        all.add(of(held));
      }
    }
    if (all.isEmpty()) {
      ConfigResource resource = target.resource();
      all.add(providers.of(resource.providerKey(), Cloud.of(resource.type())));
    }
    return all;
  }

  /** Where a provider works. */
  Whereabouts provider(String key, Cloud cloud) {
    return providers.of(key, cloud);
  }

  private Whereabouts find(Held held) {
    TypeFacts type = types.of(held.type());
    if (!type.isRegional()) {
      return global(type);
    }
    Whereabouts own = type.cloud() == Cloud.AWS ? amazon(held, type) : other(held, type.cloud());
    if (own == null) {
      own = byProvider(held, type.cloud());
    }
    return own instanceof Unknown ? byLinks(held, own) : own;
  }

  private Whereabouts global(TypeFacts type) {
    if (type.traits().reach() == TypeTraits.Reach.EDGE) {
      return new Worldwide(type.service() + " edges");
    }
    return type.region() == null
        ? new Worldwide(type.service())
        : places().located(Cloud.AWS.code(), type.region());
  }

  private @Nullable Whereabouts amazon(Held held, TypeFacts type) {
    String region = held.self(Shape.Self.REGION);
    if (region != null && type.ownRegion()) {
      return places().located(Cloud.AWS.code(), region);
    }
    Whereabouts zone = zone(held);
    if (zone != null) {
      return zone;
    }
    Whereabouts named = type.ownArn() ? named(held.self(Shape.Self.ARN)) : null;
    return named != null ? named : named(held.self(Shape.Self.ID));
  }

  private @Nullable Whereabouts zone(Held held) {
    for (Held.Said said : held.said()) {
      Mention.Form form = said.mention().form();
      if ((form == Mention.Form.ZONE || form == Mention.Form.ZONE_ID)
          && isPlacement(said.shape())) {
        return said.mention().where();
      }
    }
    for (Held.Stated stated : held.stated()) {
      Whereabouts where = isPlacement(stated.shape()) ? zone(stated) : null;
      if (where != null) {
        return where;
      }
    }
    for (Shape shape : held.unknown().meaningful()) {
      Whereabouts where = isPlacement(shape) ? followed(held, shape) : null;
      if (where != null) {
        return where;
      }
    }
    return null;
  }

  private @Nullable Whereabouts zone(Held.Stated stated) {
    if (stated.shape().meaning() instanceof Meaning.Names names) {
      if (names.form() == Meaning.Form.ZONE || names.form() == Meaning.Form.ZONE_ID) {
        return places().located(Cloud.AWS.code(), stated.value());
      }
      Held subnet = index.named(stated.value());
      return subnet == null ? null : of(subnet);
    }
    return null;
  }

  /** True for what says where the resource itself runs, and not where its key is. */
  private static boolean isPlacement(Shape shape) {
    return shape.meaning() instanceof Meaning.Names names
        && (shape.isPlain() || names.form() == Meaning.Form.SUBNET)
        && names.role() == Role.PLACEMENT
        && names.aspect() != Aspect.KEY;
  }

  /** The one place that an unknown attribute leads to. */
  private @Nullable Whereabouts followed(Held held, Shape shape) {
    ConfigResource config = facts.configured().get(held.bare());
    Expression expression = config == null ? null : config.expression(shape.path());
    if (config == null || expression == null) {
      return null;
    }
    Set<Whereabouts> all = new LinkedHashSet<>();
    for (Target target : references.of(config, expression).resources()) {
      if (!target.resource().isData()) {
        all.addAll(of(target));
      }
    }
    return all.size() == 1 ? all.iterator().next() : null;
  }

  private @Nullable Whereabouts named(@Nullable String arn) {
    return arn == null
        ? null
        : Arn.of(arn)
            .filter(parts -> !parts.region().isEmpty())
            .map(parts -> places().located(Cloud.AWS.code(), parts.region()))
            .orElse(null);
  }

  private @Nullable Whereabouts other(Held held, Cloud cloud) {
    String location = held.self(Shape.Self.LOCATION);
    String code = location != null ? location : held.self(Shape.Self.REGION);
    if (cloud == Cloud.OTHER) {
      return code == null ? null : places().region(code).orElse(null);
    }
    return code == null ? null : places().located(cloud.code(), code);
  }

  private Whereabouts byProvider(Held held, Cloud cloud) {
    ConfigResource config = facts.configured().get(held.bare());
    return config == null || cloud == Cloud.OTHER || cloud == Cloud.AZURE
        ? UNTOLD
        : providers.of(config.providerKey(), cloud);
  }

  /** In a state nothing says which provider a resource has, but what it belongs to does. */
  private Whereabouts byLinks(Held held, Whereabouts otherwise) {
    Held bucket = linked(held.self(Shape.Self.BUCKET), held);
    Held same = bucket != null ? bucket : linked(held.self(Shape.Self.ID), held);
    Set<Whereabouts> all = new LinkedHashSet<>();
    if (same != null) {
      all.add(of(same));
    } else {
      held.links().forEach(link -> index.linked(link).forEach(other -> add(other, all)));
    }
    return common(all, otherwise);
  }

  /** The one place of all; what belongs to several zones of a region is in the region. */
  private static Whereabouts common(Set<Whereabouts> all, Whereabouts otherwise) {
    Whereabouts first = all.isEmpty() ? otherwise : all.iterator().next();
    if (all.size() > 1 && first instanceof Known known) {
      Known region = known.withoutZone();
      boolean same =
          all.stream().allMatch(w -> w instanceof Known k && k.withoutZone().equals(region));
      return same ? region : otherwise;
    }
    return first;
  }

  private @Nullable Held linked(@Nullable String name, Held held) {
    Held other = name == null ? null : index.bucket(name);
    return other == held ? null : other;
  }

  private void add(Held other, Set<Whereabouts> all) {
    Whereabouts where = types.of(other.type()).isRegional() ? of(other) : UNTOLD;
    if (!(where instanceof Unknown)) {
      all.add(where);
    }
  }

  private Places places() {
    return knowledge.places();
  }
}
