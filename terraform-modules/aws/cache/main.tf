locals {
  port = 6379
  tags = { data-class = join("+", var.data_classes) }

  # AWS keeps a default parameter group in cluster mode for each major version; nothing here differs from it.
  parameter_group = "default.${var.engine}${split(".", var.engine_version)[0]}.cluster.on"

  # From one to half past three in the morning in Lagos (UTC+1), where the users sleep: first the snapshot, then the maintenance.
  snapshot_window    = "00:00-01:00"
  maintenance_window = "sun:01:30-sun:02:30"
}

resource "aws_elasticache_subnet_group" "this" {
  name        = var.name
  description = "Data subnets of ${var.name}"
  subnet_ids  = var.subnet_ids
  tags        = local.tags
}

resource "aws_security_group" "this" {
  name        = "${var.name}-cache"
  description = "Cache ${var.name}; each service that uses it adds its own rule"
  vpc_id      = var.vpc_id
  tags        = merge(local.tags, { Name = "${var.name}-cache" })

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_cloudwatch_log_group" "this" {
  for_each = toset(["engine-log", "slow-log"])

  name              = "/aws/elasticache/${var.name}/${each.key}"
  kms_key_id        = var.logs_kms_key_arn
  retention_in_days = var.log_retention_days
  tags              = local.tags
}

resource "aws_elasticache_replication_group" "this" {
  replication_group_id = var.name
  description          = "Cache ${var.name}"
  engine               = var.engine
  engine_version       = var.engine_version
  node_type            = var.node_type
  parameter_group_name = local.parameter_group
  port                 = local.port

  # In cluster mode AWS insists on failover, even where a shard has no replica to fail over to.
  cluster_mode               = "enabled"
  num_node_groups            = var.shards
  replicas_per_node_group    = var.replicas
  automatic_failover_enabled = true
  multi_az_enabled           = var.replicas > 0

  subnet_group_name  = aws_elasticache_subnet_group.this.name
  security_group_ids = [aws_security_group.this.id]

  at_rest_encryption_enabled = true
  kms_key_id                 = var.kms_key_arn
  transit_encryption_enabled = true
  transit_encryption_mode    = "required"

  final_snapshot_identifier = "${var.name}-final"
  snapshot_retention_limit  = var.snapshot_retention_days
  snapshot_window           = local.snapshot_window

  apply_immediately          = false
  auto_minor_version_upgrade = true
  maintenance_window         = local.maintenance_window

  dynamic "log_delivery_configuration" {
    for_each = aws_cloudwatch_log_group.this

    content {
      destination      = log_delivery_configuration.value.name
      destination_type = "cloudwatch-logs"
      log_format       = "json"
      log_type         = log_delivery_configuration.key
    }
  }

  tags = local.tags
}
