package com.cashtrace.infra.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Valid specs of any shape, as the maps that a YAML file would hold; JSON is YAML. */
final class RandomSpecs {

  private static final ObjectMapper JSON = new ObjectMapper();

  private RandomSpecs() {}

  /** Specs with up to four components of each kind. */
  static Arbitrary<Map<String, Object>> specs() {
    Arbitrary<Map<String, Object>> databases = components(database());
    Arbitrary<Map<String, Object>> caches = components(cache());
    Arbitrary<Map<String, Object>> buckets =
        components(
            choose(Map.of("data", List.of("personal"), "retention", "90d"), "oldVersions", "30d"));
    Arbitrary<Map<String, Object>> secrets =
        components(texts().map(text -> Map.of("description", "x" + text)));
    Arbitrary<Map<String, Object>> services = components(service());
    return Combinators.combine(databases, caches, buckets, secrets, services)
        .as(
            (d, c, b, s, v) -> {
              Map<String, Object> spec = foundation();
              spec.put("databases", d);
              spec.put("caches", c);
              spec.put("buckets", b);
              spec.put("secrets", s);
              spec.put("services", v);
              return spec;
            });
  }

  /** Texts that mean something somewhere, put together in any way. */
  static Arbitrary<String> texts() {
    return Arbitraries.of(
            "${", "%{", "{{", "}}", "{%", "\"", "\\", "\n", "\t", "#", "//", "=", "{", "}", "[",
            "]", "<<EOT", "₦", "😀", "\u202E", "e\u0301", "x", " ", "a = b")
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }

  /** The spec as JSON, the keys of all maps in an order that the seed decides. */
  static String json(Map<String, Object> spec, long seed) {
    try {
      return JSON.writeValueAsString(shuffled(spec, new Random(seed)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object shuffled(Object value, Random random) {
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    List<Object> keys = new ArrayList<>(map.keySet());
    Collections.shuffle(keys, random);
    Map<Object, Object> shuffled = new LinkedHashMap<>();
    keys.forEach(key -> shuffled.put(key, shuffled(map.get(key), random)));
    return shuffled;
  }

  private static Arbitrary<Map<String, Object>> components(Arbitrary<Map<String, Object>> one) {
    Arbitrary<String> key =
        Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(9);
    return Arbitraries.maps(key, one).ofMaxSize(4).map(LinkedHashMap::new);
  }

  private static Arbitrary<Map<String, Object>> service() {
    Arbitrary<Map<String, String>> env =
        Arbitraries.maps(
                Arbitraries.strings().withCharRange('A', 'Z').ofMinLength(1).ofMaxLength(20),
                texts())
            .ofMaxSize(4);
    Arbitrary<List<String>> command = texts().list().ofMaxSize(4);
    return Combinators.combine(env, command, Arbitraries.integers().between(0, 2))
        .as(
            (variables, words, form) -> {
              Map<String, Object> service = new LinkedHashMap<>();
              service.put("image", "cashtrace/api");
              service.put("version", "1.0.0");
              service.put("handles", List.of("personal"));
              service.put("env", variables);
              service.put("command", words);
              if (form == 1) {
                service.put("listen", Map.of("port", 80));
              } else if (form == 2) {
                service.put("schedule", "rate(5 minutes)");
              }
              return service;
            });
  }

  private static Arbitrary<Map<String, Object>> database() {
    return choose(
        Map.of("data", List.of("financial"), "storage", "30GiB"), "storageLimit", "60GiB");
  }

  private static Arbitrary<Map<String, Object>> cache() {
    return choose(Map.of("data", List.of("operational")), "shards", 3);
  }

  private static Arbitrary<Map<String, Object>> choose(
      Map<String, Object> always, String key, Object value) {
    return Arbitraries.of(true, false)
        .map(
            chosen -> {
              Map<String, Object> map = new LinkedHashMap<>(always);
              if (chosen) {
                map.put(key, value);
              }
              return map;
            });
  }

  private static Map<String, Object> foundation() {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("specVersion", 1);
    spec.put("tier", "staging");
    Map<String, String> roles = Map.of("plan", "p", "apply", "a", "breakGlass", "b");
    spec.put("account", Map.of("id", "111122223333", "roles", roles));
    spec.put("state", Map.of("bucket", "tfstate", "key", "x.tfstate", "locks", "dynamodb"));
    spec.put("dns", Map.of("domain", "example.org", "zoneId", "Z1"));
    List<String> zones = List.of("af-south-1a", "af-south-1b");
    spec.put("place", Map.of("provider", "aws", "region", "af-south-1", "zones", zones));
    spec.put("residency", Map.of("profiles", List.of("african-regions")));
    spec.put("network", Map.of("cidr", "10.0.0.0/16"));
    spec.put("tags", Map.of("owner", "x", "cost-centre", "y", "a: b", "=@ -"));
    return spec;
  }
}
