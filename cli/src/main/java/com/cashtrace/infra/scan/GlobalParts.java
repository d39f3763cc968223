package com.cashtrace.infra.scan;

import com.cashtrace.infra.place.Whereabouts;
import com.cashtrace.infra.place.Whereabouts.Known;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells which resources are parts of a global service that AWS has in one region only. */
final class GlobalParts {

  private final TypeFacts.Catalogue types;
  private final Map<String, Set<String>> usedBy = new HashMap<>();

  GlobalParts(Facts facts, References references, TypeFacts.Catalogue types) {
    this.types = types;
    Set<String> users = users(facts);
    configured(facts, references, users);
    facts
        .resources()
        .values()
        .forEach(held -> held.links().forEach(link -> use(link, held.type())));
  }

  /** Types that can make something else a part; most plans have none of them. */
  private Set<String> users(Facts facts) {
    return facts.resources().values().stream()
        .map(Held::type)
        .distinct()
        .flatMap(type -> types.of(type).parts().stream())
        .flatMap(part -> part.usedBy().stream())
        .collect(Collectors.toSet());
  }

  private void configured(Facts facts, References references, Set<String> users) {
    for (ConfigResource resource : facts.configured().values()) {
      if (users.contains(resource.type())) {
        for (Expression expression : resource.expressions().values()) {
          references
              .of(resource, expression)
              .resources()
              .forEach(target -> use(target.resource().address(), resource.type()));
        }
      }
    }
  }

  private void use(String name, String byType) {
    usedBy.computeIfAbsent(name, key -> new HashSet<>(2)).add(byType);
  }

  /** The part that a resource is, or null if it is none. */
  MetadataTypes.@Nullable GlobalPart of(Held held, Whereabouts where) {
    for (MetadataTypes.GlobalPart part : types.of(held.type()).parts()) {
      if (where instanceof Known known
          && part.region().equals(known.region())
          && hasValue(held, part)
          && isUsed(held, part.usedBy())) {
        return part;
      }
    }
    return null;
  }

  private static boolean hasValue(Held held, MetadataTypes.GlobalPart part) {
    String attribute = part.attribute();
    String value = part.value();
    return attribute == null
        || value == null
        || held.stated().stream()
            .anyMatch(s -> s.shape().path().equals(attribute) && s.value().equals(value));
  }

  private boolean isUsed(Held held, List<String> types) {
    if (types.isEmpty()) {
      return true;
    }
    Set<String> users = new HashSet<>(usedBy.getOrDefault(held.bare(), Set.of()));
    for (Shape.Self name : List.of(Shape.Self.ARN, Shape.Self.ID)) {
      String known = held.self(name);
      users.addAll(known == null ? Set.of() : usedBy.getOrDefault(known, Set.of()));
    }
    return types.stream().anyMatch(users::contains);
  }
}
