resource "aws_db_instance" "replica" {
  for_each = toset(local.replicas)

  identifier          = "${var.name}-replica-${each.key}"
  replicate_source_db = aws_db_instance.this.identifier
  instance_class      = var.instance_class
  # The source has the standby; a lost replica costs a reader and is made anew.
  multi_az = false

  auto_minor_version_upgrade = true
  apply_immediately          = false
  maintenance_window         = local.maintenance_window

  # Size and key come from the source: RDS refuses a key for a replica in the source's region. storage_encrypted must
  # be said all the same, or the next plan wants to replace the replica.
  max_allocated_storage = var.storage_limit_gib
  storage_type          = "gp3"
  storage_encrypted     = true

  iam_database_authentication_enabled = true
  vpc_security_group_ids              = [aws_security_group.this.id]
  publicly_accessible                 = false
  ca_cert_identifier                  = "rds-ca-rsa2048-g1"
  parameter_group_name                = aws_db_parameter_group.this.name

  # A replica holds nothing of its own: no backups, no final snapshot (RDS has none for replicas), and no protection
  # that would have to be lifted from the source before the number of replicas can go down.
  backup_retention_period = 0
  copy_tags_to_snapshot   = true
  deletion_protection     = false
  skip_final_snapshot     = true

  enabled_cloudwatch_logs_exports       = local.log_exports
  monitoring_interval                   = 60
  monitoring_role_arn                   = aws_iam_role.monitoring.arn
  performance_insights_enabled          = true
  performance_insights_kms_key_id       = var.kms_key_arn
  performance_insights_retention_period = 7

  tags = local.tags

  depends_on = [aws_cloudwatch_log_group.this, aws_iam_role_policy.monitoring]
}
