package com.cashtrace.infra.plan;

import java.util.Map;
import java.util.Optional;

/** Which resources hold data that is gone once they are. */
final class Stores {

  /** Type of resource, and what is lost with it. */
  private static final Map<String, String> LOST =
      Map.ofEntries(
          Map.entry("aws_backup_vault", "the backups in it"),
          Map.entry("aws_db_instance", "the database and all that is in it"),
          Map.entry("aws_docdb_cluster", "the database and all that is in it"),
          Map.entry("aws_dynamodb_table", "the table and all that is in it"),
          Map.entry("aws_ebs_volume", "all that is on the volume"),
          Map.entry("aws_ecr_repository", "the images in it"),
          Map.entry("aws_efs_file_system", "all files in it"),
          Map.entry("aws_elasticache_cluster", "all that is in the cache"),
          Map.entry("aws_elasticache_replication_group", "all that is in the cache"),
          Map.entry("aws_elasticache_serverless_cache", "all that is in the cache"),
          Map.entry("aws_kms_key", "all that is encrypted with the key"),
          Map.entry("aws_memorydb_cluster", "all that is in it"),
          Map.entry("aws_neptune_cluster", "the database and all that is in it"),
          Map.entry("aws_opensearch_domain", "all that is in it"),
          Map.entry("aws_rds_cluster", "the database and all that is in it"),
          Map.entry("aws_redshift_cluster", "the database and all that is in it"),
          Map.entry("aws_s3_bucket", "all objects in it"),
          Map.entry("aws_secretsmanager_secret", "the secret's value and its history"));

  private Stores() {}

  /** What would be lost, if this change destroys or replaces something that holds data. */
  static Optional<StoreLoss> loss(ResourceChange change) {
    boolean destroys = change.action() == Action.DELETE || change.action() == Action.REPLACE;
    String lost = LOST.get(change.type());
    if (!destroys || lost == null || !change.managed() || isReplica(change)) {
      return Optional.empty();
    }
    return Optional.of(
        new StoreLoss(change.address(), change.type(), change.action(), lost, Reasons.of(change)));
  }

  /** A read replica holds nothing that its source does not hold. */
  private static boolean isReplica(ResourceChange change) {
    return change.type().equals("aws_db_instance")
        && change.before().at("replicate_source_db").text().filter(s -> !s.isEmpty()).isPresent();
  }
}
