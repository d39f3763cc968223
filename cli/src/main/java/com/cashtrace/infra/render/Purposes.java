package com.cashtrace.infra.render;

import com.cashtrace.infra.environment.Environment;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The KMS keys of an environment, one for each purpose that it has. */
final class Purposes {

  private static final String MODULE = "encryption";

  private Purposes() {}

  /** Purpose to what the encryption module wants to know about it. */
  static Map<String, Object> of(Environment environment) {
    Map<String, Object> purposes = new TreeMap<>();
    Map<String, Object> logs =
        new View()
            .with("description", "Log groups and shell sessions")
            .with("services", List.of("logs"))
            .with("sessions", true)
            .map();
    purposes.put("logs", logs);
    if (!environment.services().isEmpty()) {
      purposes.put("registry", purpose("Images", "ecr"));
    }
    if (!environment.databases().isEmpty()) {
      purposes.put("databases", purpose("Databases, their backups and their insights", "rds"));
    }
    if (!environment.caches().isEmpty()) {
      purposes.put("caches", purpose("Caches and their snapshots", "elasticache"));
    }
    if (!environment.buckets().isEmpty()) {
      purposes.put("buckets", purpose("Objects in buckets", "s3"));
    }
    if (!environment.secrets().isEmpty() || !environment.databases().isEmpty()) {
      purposes.put("secrets", purpose("Secrets and master passwords", "secretsmanager"));
    }
    return purposes;
  }

  /** Purpose to the reference of its key. */
  static Map<String, Object> keys(Environment environment) {
    Map<String, Object> keys = new TreeMap<>();
    of(environment).keySet().forEach(purpose -> keys.put(purpose, key(purpose)));
    return keys;
  }

  /** The reference of the key of one purpose. */
  static Expression key(String purpose) {
    return Expression.output(MODULE, "key_arns", purpose);
  }

  private static Map<String, Object> purpose(String description, String service) {
    return new View().with("description", description).with("services", List.of(service)).map();
  }
}
