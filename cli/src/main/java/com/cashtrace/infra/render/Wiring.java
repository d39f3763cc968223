package com.cashtrace.infra.render;

import com.cashtrace.infra.environment.Bucket;
import com.cashtrace.infra.environment.Cache;
import com.cashtrace.infra.environment.Component;
import com.cashtrace.infra.environment.Database;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Reference;
import com.cashtrace.infra.environment.Secret;
import com.cashtrace.infra.environment.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a service gets from the components that it uses: variables that tell about them, secrets
 * that open them, and the rights and rules that let it reach them. Filled by one call for each use.
 */
final class Wiring {

  private final Environment environment;
  private final Map<String, Object> variables = new TreeMap<>();
  private final Map<String, Object> secrets = new TreeMap<>();
  private final List<Expression> secretArns = new ArrayList<>();
  private final Map<String, Object> buckets = new TreeMap<>();
  private final Map<String, Object> connections = new TreeMap<>();

  private Wiring(Environment environment) {
    this.environment = environment;
  }

  /** Everything that the {@code env} and the {@code uses} of a service come to. */
  static Wiring of(Environment environment, Service service) {
    Wiring wiring = new Wiring(environment);
    wiring.variables.putAll(service.env());
    service.uses().forEach(wiring::use);
    return wiring;
  }

  /** Adds all of it to the view of the service. */
  void addTo(View view) {
    view.with("environment_variables", variables)
        .with("secrets", secrets)
        .with("secret_arns", secretArns)
        .with("kms_key_arns", secretArns.isEmpty() ? List.of() : List.of(Purposes.key("secrets")))
        .with("buckets", buckets)
        .with("connections", connections);
  }

  private void use(Reference reference, String prefix) {
    Component used =
        Objects.requireNonNull(
            environment.components(reference.kind()).get(reference.key()), reference::toString);
    if (used instanceof Database database) {
      database(database, prefix);
    } else if (used instanceof Cache cache) {
      cache(cache, prefix);
    } else if (used instanceof Bucket bucket) {
      bucket(bucket, prefix);
    } else if (used instanceof Secret secret) {
      secret(secret, prefix);
    } else if (used instanceof Service service) {
      service(service, prefix);
    }
  }

  private void database(Database database, String prefix) {
    String module = database.module();
    variables.put(prefix + "_HOST", Expression.output(module, "address"));
    variables.put(prefix + "_PORT", Expression.output(module, "port"));
    variables.put(prefix + "_NAME", Expression.output(module, "database_name"));
    variables.put(prefix + "_USERNAME", Expression.output(module, "username"));
    if (database.replicas() > 0) {
      Expression readers = Expression.output(module, "reader_addresses");
      variables.put(prefix + "_READ_HOSTS", readers.in("join(\",\", "));
    }
    Expression arn = Expression.output(module, "secret_arn");
    secrets.put(prefix + "_PASSWORD", arn.followedBy(":password::"));
    secretArns.add(arn);
    connect(database, Expression.output(module, "port"));
  }

  private void cache(Cache cache, String prefix) {
    String module = cache.module();
    variables.put(prefix + "_HOST", Expression.output(module, "configuration_endpoint"));
    variables.put(prefix + "_PORT", Expression.output(module, "port"));
    variables.put(prefix + "_TLS", "true");
    connect(cache, Expression.output(module, "port"));
  }

  private void bucket(Bucket bucket, String prefix) {
    String module = bucket.module();
    variables.put(prefix + "_BUCKET", Expression.output(module, "name"));
    variables.put(prefix + "_REGION", environment.place().region());
    Map<String, Object> access =
        new View()
            .with("arn", Expression.output(module, "arn"))
            .with("kms_key_arn", Expression.output(module, "kms_key_arn"))
            .map();
    buckets.put(Stem.reference(environment, bucket), access);
  }

  private void secret(Secret secret, String name) {
    Expression arn = Expression.output(secret.module(), "arn");
    secrets.put(name, arn);
    secretArns.add(arn);
  }

  private void service(Service service, String prefix) {
    Service.Listen listen = Objects.requireNonNull(service.listen(), service.key());
    String host = Stem.of(environment, service);
    variables.put(prefix + "_URL", "http://" + host + ":" + listen.port());
    connect(service, listen.port());
  }

  private void connect(Component target, Object port) {
    Map<String, Object> connection =
        new View()
            .with("port", port)
            .with("security_group_id", Expression.output(target.module(), "security_group_id"))
            .map();
    connections.put(Stem.reference(environment, target), connection);
  }
}
