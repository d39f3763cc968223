package com.cashtrace.infra.render;

import com.cashtrace.infra.catalog.Sizes;
import com.cashtrace.infra.environment.Bucket;
import com.cashtrace.infra.environment.Cache;
import com.cashtrace.infra.environment.DataClass;
import com.cashtrace.infra.environment.DataSize;
import com.cashtrace.infra.environment.Database;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Secret;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the templates of databases, caches, buckets and secrets see of each.
 *
 * @param environment which holds them
 * @param sizes what their sizes are at AWS
 */
record StoreViews(Environment environment, Sizes sizes) {

  Map<String, Object> of(Database database) {
    DataSize limit = database.storageLimit();
    return View.of(database)
        .with("database_name", Stem.of(environment, database).replace('-', '_'))
        .with("username", Conventions.DATABASE_USER)
        .with("engine_version", database.version())
        .with("instance_class", sizes.instanceClass(database.size()))
        .with("storage_gib", database.storage().gibibytes())
        .with("storage_limit_gib", limit == null ? null : limit.gibibytes())
        .with("replicas", database.replicas())
        .with("multi_az", database.multiZone())
        .with("backup_retention_days", database.backupRetention().days())
        .with("deletion_protection", database.deletionProtection())
        .with("data_classes", words(database.data()))
        .map();
  }

  Map<String, Object> of(Cache cache) {
    return View.of(cache)
        .with("engine", cache.engine().word())
        .with("engine_version", cache.version())
        .with("node_type", sizes.nodeType(cache.size()))
        .with("shards", cache.shards())
        .with("replicas", cache.replicas())
        .with("snapshot_retention_days", cache.backupRetention().days())
        .with("data_classes", words(cache.data()))
        .map();
  }

  Map<String, Object> of(Bucket bucket) {
    return View.of(bucket)
        .with("data_classes", words(bucket.data()))
        .with("retention_days", bucket.retention().days())
        .with("old_version_days", bucket.oldVersions().days())
        .map();
  }

  Map<String, Object> of(Secret secret) {
    return View.of(secret)
        .with("description", Objects.requireNonNullElse(secret.description(), ""))
        .with("rotation", rotation(secret.rotation()))
        .map();
  }

  private static @Nullable Map<String, Object> rotation(Secret.@Nullable Rotation rotation) {
    return rotation == null
        ? null
        : new View()
            .with("days", rotation.every().days())
            .with("function_arn", rotation.function())
            .map();
  }

  private static List<String> words(List<DataClass> classes) {
    return classes.stream().map(DataClass::word).toList();
  }
}
