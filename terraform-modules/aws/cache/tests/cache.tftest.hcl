mock_provider "aws" {}

variables {
  data_classes            = ["personal"]
  engine                  = "valkey"
  engine_version          = "8.0"
  kms_key_arn             = "arn:aws:kms:af-south-1:444455556666:key/caches"
  log_retention_days      = 365
  logs_kms_key_arn        = "arn:aws:kms:af-south-1:444455556666:key/logs"
  name                    = "production-sessions"
  node_type               = "cache.m7g.large"
  replicas                = 1
  shards                  = 2
  snapshot_retention_days = 7
  subnet_ids              = ["subnet-a", "subnet-b", "subnet-c"]
  vpc_id                  = "vpc-1"
}

run "a_cache_is_encrypted_at_rest_and_speaks_tls_only" {
  command = plan

  assert {
    condition     = aws_elasticache_replication_group.this.at_rest_encryption_enabled == "true" && aws_elasticache_replication_group.this.kms_key_id == var.kms_key_arn
    error_message = "data at rest must be encrypted with the given key"
  }
  assert {
    condition     = aws_elasticache_replication_group.this.transit_encryption_enabled && aws_elasticache_replication_group.this.transit_encryption_mode == "required"
    error_message = "a connection without TLS must be refused"
  }
  assert {
    condition     = alltrue([for group in aws_cloudwatch_log_group.this : group.retention_in_days == 365 && group.kms_key_id == var.logs_kms_key_arn])
    error_message = "log groups must be encrypted and expire"
  }
  assert {
    condition = {
      for delivery in aws_elasticache_replication_group.this.log_delivery_configuration : delivery.log_type => "${delivery.destination_type} ${delivery.destination}"
      } == {
      engine-log = "cloudwatch-logs /aws/elasticache/production-sessions/engine-log"
      slow-log   = "cloudwatch-logs /aws/elasticache/production-sessions/slow-log"
    }
    error_message = "both logs must go to their log groups"
  }
  assert {
    condition     = aws_elasticache_replication_group.this.tags["data-class"] == "personal"
    error_message = "the cache must carry its data classes"
  }
}

run "valkey_runs_in_cluster_mode_with_failover" {
  command = plan

  assert {
    condition     = aws_elasticache_replication_group.this.cluster_mode == "enabled" && aws_elasticache_replication_group.this.parameter_group_name == "default.valkey8.cluster.on"
    error_message = "cluster mode needs its own parameter group"
  }
  assert {
    condition     = aws_elasticache_replication_group.this.num_node_groups == 2 && aws_elasticache_replication_group.this.replicas_per_node_group == 1
    error_message = "shards and replicas must be those asked for"
  }
  assert {
    condition     = aws_elasticache_replication_group.this.automatic_failover_enabled && aws_elasticache_replication_group.this.multi_az_enabled
    error_message = "a replica in another zone must take over"
  }
  assert {
    condition     = aws_elasticache_replication_group.this.snapshot_retention_limit == 7 && aws_elasticache_replication_group.this.final_snapshot_identifier == "production-sessions-final"
    error_message = "snapshots must be kept, and the last one taken on removal"
  }
  assert {
    condition     = aws_elasticache_replication_group.this.snapshot_window == "00:00-01:00" && aws_elasticache_replication_group.this.maintenance_window == "sun:01:30-sun:02:30" && !aws_elasticache_replication_group.this.apply_immediately
    error_message = "snapshot and maintenance belong into the night of Lagos, one after the other"
  }
  assert {
    condition     = aws_security_group.this.name == "production-sessions-cache" && output.port == 6379 && output.identifier == "production-sessions"
    error_message = "the cache must have its own security group and say its port"
  }
}

run "redis_without_replicas_stays_in_one_zone" {
  command = plan

  variables {
    engine         = "redis"
    engine_version = "7.1"
    replicas       = 0
    shards         = 1
  }

  assert {
    condition     = aws_elasticache_replication_group.this.engine == "redis" && aws_elasticache_replication_group.this.parameter_group_name == "default.redis7.cluster.on"
    error_message = "the parameter group must follow engine and version"
  }
  assert {
    condition     = !aws_elasticache_replication_group.this.multi_az_enabled && aws_elasticache_replication_group.this.automatic_failover_enabled
    error_message = "without a replica there is no second zone, while cluster mode keeps failover on"
  }
}

run "rejects_every_value_below_or_outside_its_range" {
  command = plan

  variables {
    data_classes            = []
    engine_version          = "7.1"
    kms_key_arn             = "alias/caches"
    log_retention_days      = 42
    logs_kms_key_arn        = "alias/logs"
    name                    = "Production"
    node_type               = "m7g.large"
    shards                  = 0
    snapshot_retention_days = -1
    subnet_ids              = ["subnet-a"]
  }

  expect_failures = [
    var.data_classes,
    var.engine_version,
    var.kms_key_arn,
    var.log_retention_days,
    var.logs_kms_key_arn,
    var.name,
    var.node_type,
    var.shards,
    var.snapshot_retention_days,
    var.subnet_ids,
  ]
}

run "rejects_every_value_above_the_limits_of_aws" {
  command = plan

  variables {
    data_classes            = ["secret"]
    engine                  = "redis"
    engine_version          = "8.0"
    name                    = "a2345678901234567890123456789012345678901"
    shards                  = 251
    snapshot_retention_days = 36
  }

  expect_failures = [
    var.data_classes,
    var.engine_version,
    var.name,
    var.shards,
    var.snapshot_retention_days,
  ]
}

run "rejects_an_unknown_engine_and_too_many_replicas" {
  command = plan

  variables {
    engine   = "memcached"
    replicas = 6
  }

  expect_failures = [var.engine, var.replicas]
}
