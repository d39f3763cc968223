package com.cashtrace.infra.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the resources of a document by what others call them. */
final class Index {

  private final Map<String, List<Held>> byBare = new HashMap<>();
  private final Map<String, Held> byId = new HashMap<>();
  private final Map<String, Held> buckets = new HashMap<>();

  Index(Facts facts) {
    Stream.concat(facts.resources().values().stream(), facts.before().values().stream())
        .forEach(this::add);
  }

  private void add(Held held) {
    byBare.computeIfAbsent(held.bare(), bare -> new ArrayList<>(1)).add(held);
    put(byId, held.self(Shape.Self.ID), held);
    put(byId, held.self(Shape.Self.ARN), held);
    if (held.type().equals("aws_s3_bucket") || held.type().equals("aws_s3_directory_bucket")) {
      put(buckets, held.self(Shape.Self.ID), held);
      put(buckets, held.self(Shape.Self.BUCKET), held);
    }
  }

  private static void put(Map<String, Held> map, @Nullable String name, Held held) {
    if (name != null && !name.isEmpty()) {
      map.putIfAbsent(name, held);
    }
  }

  /** The instances of a resource of the configuration. */
  List<Held> instances(String bare) {
    return byBare.getOrDefault(bare, List.of());
  }

  /** The resources that a value of a state, or what it says it depends on, may name. */
  List<Held> linked(String name) {
    Held one = byId.get(name);
    Held bucket = buckets.get(name);
    return one != null ? List.of(one) : bucket != null ? List.of(bucket) : instances(name);
  }

  /** The resource of that id or ARN, or null. */
  @Nullable Held named(String name) {
    return byId.get(name);
  }

  /** The bucket of that name, or null. */
  @Nullable Held bucket(String name) {
    return buckets.get(name);
  }
}
