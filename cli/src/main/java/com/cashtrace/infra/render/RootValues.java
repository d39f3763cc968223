package com.cashtrace.infra.render;

import com.cashtrace.infra.catalog.Sizes;
import com.cashtrace.infra.environment.Component;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Locks;
import com.cashtrace.infra.environment.Service;
import com.cashtrace.infra.environment.State;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** All values that templates see, prepared so that a template only has to place them. */
final class RootValues {

  private RootValues() {}

  /** The values of an environment that has passed schema and rules. */
  static Map<String, Object> of(Environment environment, Sizes sizes) {
    StoreViews stores = new StoreViews(environment, sizes);
    Published published = new Published(environment);
    List<String> hosts = hosts(environment);
    ServiceView services = new ServiceView(environment, ListenerPriorities.of(hosts));
    return new View()
        .with("environment", environment(environment))
        .with("state", state(environment))
        .with("network", network(environment))
        .with("encryption", new View().with("purposes", Purposes.of(environment)).map())
        .with("keys", Purposes.keys(environment))
        .with("registry", registry(environment))
        .with("load_balancer", loadBalancer(environment, hosts))
        .with("services", each(environment.services(), services::of))
        .with("databases", each(environment.databases(), stores::of))
        .with("caches", each(environment.caches(), stores::of))
        .with("buckets", each(environment.buckets(), stores::of))
        .with("secrets", each(environment.secrets(), stores::of))
        .with("parameters", published.parameters())
        .with("outputs", published.outputs())
        .with("moves", Addresses.moves(environment))
        .with("imports", Addresses.imports(environment))
        .map();
  }

  /** Sorted by key, so that the order in the spec changes nothing. */
  private static <C extends Component> List<Map<String, Object>> each(
      Map<String, C> components, Function<C, Map<String, Object>> view) {
    return new TreeMap<>(components).values().stream().map(view).toList();
  }

  private static Map<String, Object> environment(Environment environment) {
    Map<String, String> tags = new TreeMap<>(environment.tags());
    tags.put("environment", environment.name());
    tags.put("tier", environment.tier().word());
    tags.put("managed-by", "cashtrace-infra");
    return new View()
        .with("name", environment.name())
        .with("path", new Expression(environment.document().file()))
        .with("account_id", environment.account().id())
        .with("partition", Conventions.PARTITION)
        .with("region", environment.place().region())
        .with(
            "administrators",
            List.of(environment.account().applyRole(), environment.account().breakGlassRole()))
        .with("tags", tags)
        .with("log_retention_days", Conventions.LOG_RETENTION_DAYS)
        .with("recovery_window_days", Conventions.secretRecoveryDays(environment))
        .map();
  }

  private static Map<String, Object> state(Environment environment) {
    State state = environment.state();
    String key =
        "arn:%s:kms:%s:%s:%s"
            .formatted(
                Conventions.PARTITION,
                environment.place().region(),
                environment.account().id(),
                state.keyAlias());
    return new View()
        .with("key_alias_arn", key) // without it terraform asks for SSE-S3, past the bucket's key
        .with("bucket", state.bucket())
        .with("key", state.key())
        .with("table", state.table())
        .with("locks_in_table", state.locks() != Locks.S3)
        .with("locks_in_bucket", state.locks() != Locks.DYNAMODB)
        .map();
  }

  private static Map<String, Object> network(Environment environment) {
    return new View()
        .with("zones", environment.place().zones())
        .with("cidr", environment.network().cidr())
        .with("egress", environment.network().egress().word())
        .with("interface_endpoints", new TreeSet<>(environment.network().endpoints()))
        .with("flow_log_retention_days", environment.network().flowLogRetention().days())
        .map();
  }

  private static Map<String, Object> registry(Environment environment) {
    TreeSet<String> repositories = new TreeSet<>();
    environment.services().values().forEach(service -> repositories.add(service.image()));
    return new View()
        .with("repositories", repositories)
        .with("keep_images", Conventions.KEPT_IMAGES)
        .with("untagged_days", Conventions.UNTAGGED_IMAGE_DAYS)
        .map();
  }

  private static Map<String, Object> loadBalancer(Environment environment, List<String> hosts) {
    return new View()
        .with("domain", environment.dns().domain())
        .with("zone_id", environment.dns().zoneId())
        .with("hosts", hosts)
        .with("deletion_protection", Conventions.isProtected(environment))
        .with("waf_rate_limit", Conventions.FIREWALL_RATE_LIMIT)
        .with("log_bucket", environment.name() + "-lb-logs-" + environment.account().id())
        .with("log_data_classes", Conventions.ACCESS_LOG_CLASSES)
        .with("log_old_version_days", Conventions.ACCESS_LOG_OLD_VERSION_DAYS)
        .map();
  }

  private static List<String> hosts(Environment environment) {
    return environment.services().values().stream()
        .filter(Service::isPublic)
        .map(Service::listen)
        .map(listen -> Objects.requireNonNull(Objects.requireNonNull(listen).host()))
        .distinct()
        .sorted()
        .toList();
  }
}
