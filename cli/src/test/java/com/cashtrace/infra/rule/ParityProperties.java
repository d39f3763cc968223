package com.cashtrace.infra.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.catalog.ParityExemptions;
import com.cashtrace.infra.document.Document;
import com.cashtrace.infra.document.ListNode;
import com.cashtrace.infra.document.MapNode;
import com.cashtrace.infra.document.Node;
import com.cashtrace.infra.document.Position;
import com.cashtrace.infra.document.ScalarNode;
import com.cashtrace.infra.document.Source;
import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Parity over changes at any path of a whole environment. */
class ParityProperties {

  private static final ParityExemptions EXEMPT = Specs.CATALOG.parity();
  private static final Environment PRODUCTION = Specs.named("production", "tier: production");
  private static final Environment STAGING = Specs.named("staging", "tier: staging");
  private static final Position CHANGED =
      new Position(new Source("environments/staging.yaml", "\n\n      changed"), 3, 7);

  @Property(tries = 300)
  void findsAChangedValueExactlyThereUnlessItIsExempt(@ForAll("leaves") SpecPath path) {
    List<Problem> problems = check(with(STAGING, path, changed(at(STAGING, path))));

    if (EXEMPT.covers(path)) {
      assertThat(problems).isEmpty();
    } else {
      assertThat(problems).hasSize(1);
      assertThat(problems.get(0).code()).isEqualTo("parity-difference");
      assertThat(problems.get(0).location()).isEqualTo(CHANGED.location());
      assertThat(problems.get(0).message()).startsWith(String.join(".", path.segments()) + " is ");
    }
  }

  @Property(tries = 300)
  void findsAMissingKeyOnceInProductionUnlessItIsExempt(@ForAll("keys") SpecPath path) {
    List<Problem> problems = check(with(STAGING, path, null));

    if (EXEMPT.covers(path)) {
      assertThat(problems).isEmpty();
    } else {
      Document there = PRODUCTION.document();
      assertThat(problems).extracting(Problem::code).containsExactly("parity-difference");
      assertThat(problems).extracting(Problem::location).containsExactly(there.locate(path));
    }
  }

  @Property(tries = 300)
  void isSilentOverAnyChangeThatIsDeclared(@ForAll("leaves") SpecPath path, @ForAll boolean whole) {
    Environment changed = with(STAGING, path, changed(at(STAGING, path)));
    Environment declared =
        declaring(changed, whole && path.segments().size() > 1 ? path.parent() : path);

    List<Problem> problems = check(declared);

    if (EXEMPT.covers(path)) {
      assertThat(problems).extracting(Problem::code).containsExactly("parity-unused");
    } else {
      assertThat(problems).isEmpty();
    }
  }

  @Property(tries = 100)
  void findsNothingBetweenACopyAndItsOriginal(@ForAll("leaves") SpecPath path) {
    Node value = changed(at(STAGING, path));
    assertThat(
            new ParityRule(EXEMPT)
                .check(List.of(with(STAGING, path, value), with(PRODUCTION, path, value))))
        .isEmpty();
  }

  @Provide
  Arbitrary<SpecPath> leaves() {
    List<SpecPath> all =
        paths(STAGING).stream().filter(path -> !(at(STAGING, path) instanceof MapNode)).toList();
    assertThat(all).hasSizeGreaterThan(100);
    return Arbitraries.of(all);
  }

  @Provide
  Arbitrary<SpecPath> keys() {
    return Arbitraries.of(paths(STAGING));
  }

  private static List<Problem> check(Environment staging) {
    return new ParityRule(EXEMPT).check(List.of(staging, PRODUCTION));
  }

  private static List<SpecPath> paths(Environment environment) {
    List<SpecPath> all = new ArrayList<>();
    collect(SpecPath.ROOT, environment.document().root(), all);
    return all;
  }

  private static void collect(SpecPath path, Node node, List<SpecPath> all) {
    if (node instanceof MapNode map) {
      map.entries()
          .forEach(
              (key, entry) -> {
                all.add(path.child(key));
                collect(path.child(key), entry.value(), all);
              });
    }
  }

  private static Node at(Environment environment, SpecPath path) {
    return environment.document().find(path).orElseThrow();
  }

  private static Node changed(Node node) {
    return node instanceof ListNode
        ? new ListNode(
            List.of(new ScalarNode("changed", "changed", true, CHANGED, null)), CHANGED, null)
        : new ScalarNode("changed", "changed", true, CHANGED, null);
  }

  /** The environment with another value at a path, or with nothing there. */
  private static Environment with(Environment e, SpecPath path, Node value) {
    Document document = e.document();
    MapNode root = with(document.root(), path.segments(), value);
    return withDocument(e, new Document(document.name(), document.file(), document.chain(), root));
  }

  private static MapNode with(MapNode map, List<String> path, Node value) {
    Map<String, MapNode.Entry> entries = new LinkedHashMap<>(map.entries());
    String key = path.get(0);
    MapNode.Entry old = entries.get(key);
    Position position = old == null ? CHANGED : old.key();
    if (path.size() > 1) {
      MapNode below = (MapNode) old.value();
      entries.put(
          key, new MapNode.Entry(position, with(below, path.subList(1, path.size()), value)));
    } else if (value == null) {
      entries.remove(key);
    } else {
      entries.put(key, new MapNode.Entry(position, value));
    }
    return new MapNode(entries, map.position());
  }

  private static Environment declaring(Environment environment, SpecPath path) {
    SpecPath at = SpecPath.of("parity", "differs", String.join(".", path.segments()));
    return with(environment, at, new ScalarNode("why", "why", true, CHANGED, null));
  }

  private static Environment withDocument(Environment e, Document document) {
    return new Environment(
        e.name(),
        document,
        e.tier(),
        e.account(),
        e.state(),
        e.audit(),
        e.plans(),
        e.dns(),
        e.place(),
        e.residency(),
        e.network(),
        e.tags(),
        e.differs(),
        e.services(),
        e.databases(),
        e.caches(),
        e.buckets(),
        e.secrets(),
        e.thirdParties());
  }
}
