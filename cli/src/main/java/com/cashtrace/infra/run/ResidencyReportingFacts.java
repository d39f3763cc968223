package com.cashtrace.infra.run;

import com.cashtrace.infra.environment.Bucket;
import com.cashtrace.infra.environment.Cache;
import com.cashtrace.infra.environment.Component;
import com.cashtrace.infra.environment.Database;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Service;
import com.cashtrace.infra.report.ResidencyStore;
import com.cashtrace.infra.residency.Aspect;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a spec says of a store beside its place.
 *
 * @param type what it is, in words; null where no spec says it
 * @param replicas how many copies serve it
 * @param retention how long data and backups are kept
 */
record ResidencyReportingFacts(@Nullable String type, String replicas, String retention) {

  private static final String ONE = "one";

  /** The parts of an environment that are no components, and what they keep. */
  private static final Map<String, String> PARTS =
      Map.of(
          "network", "flow log",
          "state", "state of Terraform",
          "registry", "images of the services",
          "load-balancer", "log of the load balancer");

  /** What the spec says of an owner's store of this kind; nothing stated where no spec is known. */
  static ResidencyReportingFacts of(
      @Nullable Environment environment, String owner, Aspect aspect) {
    if (environment == null) {
      return unstated(null);
    }
    return environment.components().stream()
        .filter(component -> component.identity().reference().toString().equals(owner))
        .findFirst()
        .map(component -> of(component, aspect))
        .orElseGet(() -> part(environment, owner, aspect));
  }

  private static ResidencyReportingFacts unstated(@Nullable String type) {
    return new ResidencyReportingFacts(type, ResidencyStore.NOT_STATED, ResidencyStore.NOT_STATED);
  }

  private static ResidencyReportingFacts part(
      Environment environment, String owner, Aspect aspect) {
    if (owner.equals("network")) {
      String retention = environment.network().flowLogRetention().toString();
      return new ResidencyReportingFacts(PARTS.get(owner), ONE, retention);
    }
    return unstated(aspect == Aspect.COMPUTE ? "load balancer" : PARTS.get(owner));
  }

  /** What it is, in the words of the spec or in those given. */
  String typeOr(String other) {
    return type == null ? other : type;
  }

  private static ResidencyReportingFacts of(Component component, Aspect aspect) {
    boolean log = aspect == Aspect.LOG;
    return switch (component.identity().reference().kind()) {
      case DATABASES -> log ? unstated("log of a database") : database((Database) component);
      case CACHES -> log ? unstated("log of a cache") : cache((Cache) component);
      case BUCKETS -> bucket((Bucket) component);
      case SECRETS -> new ResidencyReportingFacts("secret", ONE, "until it is replaced");
      case SERVICES -> service((Service) component, aspect);
      case THIRD_PARTIES -> unstated("third party");
    };
  }

  private static ResidencyReportingFacts bucket(Bucket bucket) {
    String old = "; replaced and deleted objects " + bucket.oldVersions();
    return new ResidencyReportingFacts(
        "S3 bucket", "by S3, within the region", bucket.retention() + old);
  }

  private static ResidencyReportingFacts service(Service service, Aspect aspect) {
    String type = aspect == Aspect.LOG ? "log of a service" : "service";
    return new ResidencyReportingFacts(type, ONE, service.logRetention().toString());
  }

  private static ResidencyReportingFacts database(Database database) {
    String standby = database.multiZone() ? "a standby in another zone" : "no standby";
    int readers = database.replicas();
    String replicas = readers == 0 ? standby : standby + "; " + count(readers, "reader");
    return new ResidencyReportingFacts(
        "PostgreSQL " + database.version() + " on RDS",
        replicas,
        "while it exists; backups " + database.backupRetention());
  }

  private static ResidencyReportingFacts cache(Cache cache) {
    String copies =
        count(cache.shards(), "shard")
            + (cache.replicas() == 0
                ? ", no replica"
                : ", " + count(cache.replicas(), "replica") + " of each");
    return new ResidencyReportingFacts(
        cache.engine().word() + " " + cache.version() + " on ElastiCache",
        copies,
        "while it exists; snapshots " + cache.backupRetention());
  }

  private static String count(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
