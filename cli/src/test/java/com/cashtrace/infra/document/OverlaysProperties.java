package com.cashtrace.infra.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Laws of overlays. Keys that begin with {@code m} hold maps in every layer and the others single
 * values or lists, so that layers never clash in shape.
 */
class OverlaysProperties {

  @Property(tries = 300)
  void anEmptyLayerChangesNothing(@ForAll("layers") MapNode layer) {
    MapNode alone = fold(layer);

    assertThat(plain(fold(layer, empty()))).isEqualTo(plain(alone));
    assertThat(plain(fold(empty(), layer))).isEqualTo(plain(alone));
  }

  @Property(tries = 300)
  void layingTheSameFileTwiceIsLayingItOnce(
      @ForAll("layers") MapNode base, @ForAll("layers") MapNode over) {
    assertThat(plain(fold(base, over, over))).isEqualTo(plain(fold(base, over)));
  }

  @Property(tries = 300)
  void anyPrefixOfTheChainMayBeFoldedFirst(
      @ForAll("layers") MapNode a,
      @ForAll("layers") MapNode b,
      @ForAll("layers") MapNode c,
      @ForAll("layers") MapNode d) {
    MapNode atOnce = fold(a, b, c, d);

    assertThat(fold(fold(a), b, c, d)).isEqualTo(atOnce);
    assertThat(fold(fold(a, b), c, d)).isEqualTo(atOnce);
    assertThat(fold(fold(a, b, c), d)).isEqualTo(atOnce);
  }

  @Property(tries = 300)
  void everyLeafNamesTheLastFileThatSetIt(
      @ForAll("layers") MapNode a, @ForAll("layers") MapNode b, @ForAll("layers") MapNode c) {
    List<MapNode> layers = List.of(named("a", a), named("b", b), named("c", c));
    MapNode merged = Overlays.fold(layers, new ArrayList<>());

    leaves(merged, SpecPath.ROOT)
        .forEach(
            (path, leaf) -> {
              Node expected = lastSetting(layers, path);
              assertThat(leaf.position()).isEqualTo(expected.position());
            });
  }

  @Property(tries = 300)
  void nothingThatIsNullRemains(@ForAll("layers") MapNode a, @ForAll("layers") MapNode b) {
    assertThat(leaves(fold(a, b), SpecPath.ROOT).values())
        .noneMatch(node -> node instanceof ScalarNode scalar && scalar.isNull());
  }

  /** The value that the last layer which speaks of the path gives it. */
  private static Node lastSetting(List<MapNode> layers, SpecPath path) {
    Node last = null;
    for (MapNode layer : layers) {
      Optional<Node> found = new Document("x", "x", List.of(), layer).find(path);
      last = found.orElse(last);
    }
    return last;
  }

  @Provide
  Arbitrary<MapNode> layers() {
    return layer(3);
  }

  private static Arbitrary<MapNode> layer(int depth) {
    Arbitrary<Map.Entry<String, Node>> leaf =
        Arbitraries.of("x", "y", "z").flatMap(key -> leaf().map(node -> Map.entry(key, node)));
    Arbitrary<Map.Entry<String, Node>> entry = leaf;
    if (depth > 0) {
      Arbitrary<Node> below = layer(depth - 1).map(map -> map);
      Arbitrary<Node> belowOrNull =
          Arbitraries.frequencyOf(Tuple.of(4, below), Tuple.of(1, Arbitraries.just(scalar(null))));
      Arbitrary<Map.Entry<String, Node>> map =
          Arbitraries.of("ma", "mb").flatMap(key -> belowOrNull.map(n -> Map.entry(key, n)));
      entry = Arbitraries.oneOf(List.of(leaf, map));
    }
    return entry.list().ofMaxSize(5).map(OverlaysProperties::map);
  }

  private static Arbitrary<Node> leaf() {
    return Arbitraries.frequencyOf(
        Tuple.of(5, Arbitraries.longs().between(0, 9).map(OverlaysProperties::scalar)),
        Tuple.of(2, Arbitraries.just(scalar(null))),
        Tuple.of(1, Arbitraries.just(new ListNode(List.of(scalar(1L)), place("x"), null))));
  }

  private static MapNode map(List<Map.Entry<String, Node>> entries) {
    Map<String, MapNode.Entry> map = new LinkedHashMap<>();
    entries.forEach(e -> map.put(e.getKey(), new MapNode.Entry(place("x"), e.getValue())));
    return new MapNode(map, place("x"));
  }

  private static Node scalar(Long value) {
    return new ScalarNode(value, String.valueOf(value), true, place("x"), null);
  }

  private static MapNode empty() {
    return new MapNode(Map.of(), place("x"));
  }

  private static Position place(String file) {
    return new Position(new Source(file, ""), 1, 1);
  }

  /** The same layer as if it had been read from a file of this name. */
  private static MapNode named(String file, MapNode map) {
    Map<String, MapNode.Entry> entries = new LinkedHashMap<>();
    map.entries()
        .forEach((k, e) -> entries.put(k, new MapNode.Entry(place(file), named(file, e.value()))));
    return new MapNode(entries, place(file));
  }

  private static Node named(String file, Node node) {
    if (node instanceof MapNode map) {
      return named(file, map);
    }
    if (node instanceof ListNode list) {
      return new ListNode(list.items(), place(file), null);
    }
    ScalarNode scalar = (ScalarNode) node;
    return new ScalarNode(scalar.value(), scalar.text(), scalar.plain(), place(file), null);
  }

  private static Map<SpecPath, Node> leaves(MapNode map, SpecPath path) {
    Map<SpecPath, Node> leaves = new LinkedHashMap<>();
    map.entries()
        .forEach(
            (key, entry) -> {
              if (entry.value() instanceof MapNode below) {
                leaves.putAll(leaves(below, path.child(key)));
              } else {
                leaves.put(path.child(key), entry.value());
              }
            });
    return leaves;
  }

  private static MapNode fold(MapNode... layers) {
    List<com.cashtrace.infra.problem.Problem> problems = new ArrayList<>();
    MapNode merged = Overlays.fold(List.of(layers), problems);
    assertThat(problems).isEmpty();
    return merged;
  }

  /** The values alone, without places and history. */
  private static Object plain(Node node) {
    if (node instanceof MapNode map) {
      Map<String, Object> values = new LinkedHashMap<>();
      map.entries().forEach((key, entry) -> values.put(key, plain(entry.value())));
      return values;
    }
    return node instanceof ListNode list
        ? list.items().stream().map(OverlaysProperties::plain).toList()
        : ((ScalarNode) node).text();
  }
}
