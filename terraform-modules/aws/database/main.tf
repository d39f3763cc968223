locals {
  port  = 5432
  major = split(".", var.engine_version)[0]
  tags  = { data-class = join("+", var.data_classes) }

  replicas    = [for number in range(1, var.replicas + 1) : tostring(number)]
  identifiers = concat([var.name], [for number in local.replicas : "${var.name}-replica-${number}"])

  # From one to half past three in the morning in Lagos (UTC+1), where the users sleep: first the backup, then the maintenance.
  backup_window      = "00:00-01:00"
  maintenance_window = "sun:01:30-sun:02:30"
}

resource "aws_db_subnet_group" "this" {
  name        = var.name
  description = "Data subnets of ${var.name}"
  subnet_ids  = var.subnet_ids
  tags        = local.tags
}

resource "aws_security_group" "this" {
  name        = "${var.name}-database"
  description = "Database ${var.name}; each service that uses it adds its own rule"
  vpc_id      = var.vpc_id
  tags        = merge(local.tags, { Name = "${var.name}-database" })

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_db_instance" "this" {
  identifier     = var.name
  db_name        = var.database_name
  engine         = "postgres"
  engine_version = var.engine_version
  instance_class = var.instance_class
  multi_az       = var.multi_az
  port           = local.port

  # A new major version in the spec is a decision; without this RDS would refuse it.
  allow_major_version_upgrade = true
  auto_minor_version_upgrade  = true
  apply_immediately           = false
  maintenance_window          = local.maintenance_window

  allocated_storage     = var.storage_gib
  max_allocated_storage = var.storage_limit_gib
  storage_type          = "gp3"
  storage_encrypted     = true
  kms_key_id            = var.kms_key_arn

  username                            = var.username
  manage_master_user_password         = local.owns_password ? null : true
  master_user_secret_kms_key_id       = local.owns_password ? null : var.secrets_kms_key_arn
  password_wo                         = local.owns_password ? local.password : null
  password_wo_version                 = local.owns_password ? local.password_version : null
  iam_database_authentication_enabled = true

  db_subnet_group_name   = aws_db_subnet_group.this.name
  vpc_security_group_ids = [aws_security_group.this.id]
  publicly_accessible    = false
  ca_cert_identifier     = "rds-ca-rsa2048-g1"
  parameter_group_name   = aws_db_parameter_group.this.name

  backup_retention_period   = var.backup_retention_days
  backup_window             = local.backup_window
  copy_tags_to_snapshot     = true
  delete_automated_backups  = false
  deletion_protection       = var.deletion_protection
  final_snapshot_identifier = "${var.name}-final"
  skip_final_snapshot       = false

  enabled_cloudwatch_logs_exports       = local.log_exports
  monitoring_interval                   = 60
  monitoring_role_arn                   = aws_iam_role.monitoring.arn
  performance_insights_enabled          = true
  performance_insights_kms_key_id       = var.kms_key_arn
  performance_insights_retention_period = 7

  tags = local.tags

  # RDS would create the log groups itself, without key and retention; the role must be able to write from the start.
  depends_on = [aws_cloudwatch_log_group.this, aws_iam_role_policy.monitoring]
}
