package com.cashtrace.infra.rule;

import com.cashtrace.infra.catalog.Engines;
import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.environment.Cache;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * ElastiCache has the version of the engine, and a cluster of that many nodes.
 *
 * @param engines what ElastiCache has
 */
record CacheRule(Engines engines) implements Rule {

  /** Nodes of one cluster that ElastiCache allows before anybody asks for more. */
  private static final int MOST_NODES = 90;

  @Override
  public List<Problem> check(Environment environment) {
    List<Problem> problems = new ArrayList<>();
    for (Cache cache : environment.caches().values()) {
      engines
          .cache(cache.engine().word())
          .filter(engine -> !engine.has(cache.version()))
          .ifPresent(engine -> problems.add(version(environment, cache, engine.words())));
      int nodes = cache.shards() * (cache.replicas() + 1);
      if (nodes > MOST_NODES) {
        String message =
            String.format(
                Locale.ROOT,
                "%s has %d nodes, and ElastiCache allows %d",
                Subject.of(cache),
                nodes,
                MOST_NODES);
        problems.add(
            environment
                .error("cache-nodes", cache.path().child("shards"), message)
                .withHint("nodes are shards times replicas and one"));
      }
    }
    return problems;
  }

  private static Problem version(Environment environment, Cache cache, String words) {
    SpecPath path = cache.path().child("version");
    boolean given = Subject.isWritten(environment, path);
    String message =
        String.format(
            "%s has no version '%s' at ElastiCache, which %s asks for%s",
            cache.engine().word(), cache.version(), Subject.of(cache), given ? "" : " by default");
    return environment
        .error("cache-version", given ? path : cache.path().child("engine"), message)
        .withHint("versions of " + cache.engine().word() + " are " + words);
  }
}
