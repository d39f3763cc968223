# Terraform 1.11 can't mock a provider whose ephemeral resources are used, so these tests run the real one, which asks
# AWS nothing while it plans new resources: the credentials are dummies and there is no network.
provider "aws" {
  region                      = "af-south-1"
  access_key                  = "dummy"
  secret_key                  = "dummy"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

variables {
  account_id            = "444455556666"
  backup_retention_days = 30
  data_classes          = ["personal", "financial"]
  database_name         = "main"
  deletion_protection   = true
  engine_version        = "16"
  environment           = "production"
  instance_class        = "db.m7g.large"
  kms_key_arn           = "arn:aws:kms:af-south-1:444455556666:key/databases"
  log_retention_days    = 365
  logs_kms_key_arn      = "arn:aws:kms:af-south-1:444455556666:key/logs"
  multi_az              = true
  name                  = "production-main"
  partition             = "aws"
  region                = "af-south-1"
  replicas              = 0
  secrets_kms_key_arn   = "arn:aws:kms:af-south-1:444455556666:key/secrets"
  storage_gib           = 200
  storage_limit_gib     = null
  subnet_ids            = ["subnet-a", "subnet-b", "subnet-c"]
  username              = "cashtrace"
  vpc_id                = "vpc-1"
}

run "a_database_is_encrypted_private_and_recoverable" {
  command = plan

  assert {
    condition     = aws_db_instance.this.storage_encrypted && aws_db_instance.this.kms_key_id == var.kms_key_arn
    error_message = "storage must be encrypted with the given key"
  }
  assert {
    condition     = aws_db_instance.this.performance_insights_enabled && aws_db_instance.this.performance_insights_kms_key_id == var.kms_key_arn && aws_db_instance.this.performance_insights_retention_period == 7
    error_message = "Performance Insights must be on for 7 days, with the given key"
  }
  assert {
    condition     = !aws_db_instance.this.publicly_accessible && aws_db_instance.this.db_subnet_group_name == "production-main"
    error_message = "the database must be private, in the given subnets"
  }
  assert {
    condition     = aws_db_instance.this.multi_az && aws_db_instance.this.backup_retention_period == 30
    error_message = "a standby and 30 days of point-in-time recovery were asked for"
  }
  assert {
    condition     = aws_db_instance.this.deletion_protection && !aws_db_instance.this.delete_automated_backups && !aws_db_instance.this.skip_final_snapshot && aws_db_instance.this.final_snapshot_identifier == "production-main-final"
    error_message = "neither the database nor its last state may be lost by a removal"
  }
  assert {
    condition     = !aws_db_instance.this.apply_immediately && aws_db_instance.this.auto_minor_version_upgrade && aws_db_instance.this.allow_major_version_upgrade
    error_message = "changes wait for the window, minors come by themselves, majors are allowed"
  }
  assert {
    condition     = aws_db_instance.this.backup_window == "00:00-01:00" && aws_db_instance.this.maintenance_window == "sun:01:30-sun:02:30"
    error_message = "backup and maintenance belong into the night of Lagos, one after the other"
  }
  assert {
    condition     = aws_db_instance.this.iam_database_authentication_enabled && aws_db_instance.this.copy_tags_to_snapshot && aws_db_instance.this.ca_cert_identifier == "rds-ca-rsa2048-g1"
    error_message = "IAM authentication, tags on snapshots and the CA must be set"
  }
  assert {
    condition     = aws_db_instance.this.monitoring_interval == 60 && aws_iam_role.monitoring.path == "/production/" && aws_iam_role.monitoring.name == "production-main-monitoring"
    error_message = "enhanced monitoring must be on, with a role in the environment's path"
  }
  assert {
    condition     = jsondecode(aws_iam_role.monitoring.assume_role_policy).Statement[0].Condition.StringEquals["aws:SourceAccount"] == "444455556666"
    error_message = "only this account's RDS may take the monitoring role"
  }
  assert {
    condition     = alltrue([for statement in jsondecode(aws_iam_role_policy.monitoring.policy).Statement : startswith(statement.Resource, "arn:aws:logs:af-south-1:444455556666:log-group:RDSOSMetrics")])
    error_message = "the monitoring role must write metrics and nothing else"
  }
  assert {
    condition     = aws_db_instance.this.tags["data-class"] == "personal+financial" && aws_db_instance.this.allocated_storage == 200
    error_message = "the instance must carry its data classes and its size"
  }
  assert {
    condition     = output.port == 5432 && output.database_name == "main" && output.username == "cashtrace" && length(output.reader_addresses) == 0
    error_message = "outputs must say how to connect"
  }
}

run "tls_is_forced_and_logs_hold_no_bound_values" {
  command = plan

  variables {
    engine_version = "17.4"
  }

  assert {
    condition     = aws_db_parameter_group.this.family == "postgres17" && aws_db_parameter_group.this.name == "production-main-postgres17" && aws_db_instance.this.parameter_group_name == "production-main-postgres17"
    error_message = "the parameter family must follow the major version"
  }
  assert {
    condition = {
      for parameter in aws_db_parameter_group.this.parameter : parameter.name => parameter.value
      } == {
      "rds.force_ssl"                     = "1"
      "log_connections"                   = "1"
      "log_disconnections"                = "1"
      "log_lock_waits"                    = "1"
      "log_min_duration_statement"        = "1000"
      "log_parameter_max_length"          = "0"
      "log_parameter_max_length_on_error" = "0"
      "log_statement"                     = "ddl"
    }
    error_message = "TLS must be forced, connections logged, and customers' values kept out of the log"
  }
}

run "without_replicas_rds_manages_the_password" {
  command = plan

  assert {
    condition     = aws_db_instance.this.manage_master_user_password && aws_db_instance.this.master_user_secret_kms_key_id == var.secrets_kms_key_arn
    error_message = "RDS must manage the password, under the key of the secrets"
  }
  assert {
    condition     = aws_db_instance.this.password == null && aws_db_instance.this.password_wo_version == null && length(aws_secretsmanager_secret.master) == 0
    error_message = "the module must make no password of its own"
  }
}

run "with_replicas_the_password_is_write_only" {
  command = plan

  variables {
    replicas          = 2
    storage_limit_gib = 220
  }

  assert {
    condition     = aws_db_instance.this.manage_master_user_password == null
    error_message = "RDS manages no password on a source of replicas"
  }
  assert {
    condition     = aws_db_instance.this.password == null && aws_db_instance.this.password_wo_version == 1
    error_message = "the password must be write-only"
  }
  assert {
    condition     = aws_secretsmanager_secret.master[0].name == "production-main/master" && aws_secretsmanager_secret.master[0].kms_key_id == var.secrets_kms_key_arn && aws_secretsmanager_secret.master[0].recovery_window_in_days == 0
    error_message = "the secret must be encrypted, and free its name when it goes"
  }
  assert {
    condition     = aws_secretsmanager_secret_version.master[0].secret_string == null && aws_secretsmanager_secret_version.master[0].secret_string_wo_version == 1
    error_message = "the secret's value must be write-only"
  }
  assert {
    condition     = join(",", keys(aws_db_instance.replica)) == "1,2" && aws_db_instance.replica["2"].identifier == "production-main-replica-2" && aws_db_instance.replica["2"].replicate_source_db == "production-main"
    error_message = "each replica must follow the primary under its own number"
  }
  assert {
    condition     = alltrue([for replica in aws_db_instance.replica : replica.storage_encrypted && replica.parameter_group_name == "production-main-postgres16" && !replica.publicly_accessible && replica.performance_insights_kms_key_id == var.kms_key_arn])
    error_message = "replicas must be encrypted and force TLS as the primary does"
  }
  assert {
    condition     = alltrue([for replica in aws_db_instance.replica : replica.backup_retention_period == 0 && replica.skip_final_snapshot && !replica.deletion_protection && !replica.multi_az])
    error_message = "replicas hold nothing of their own"
  }
  assert {
    condition     = aws_db_instance.this.max_allocated_storage == 220 && aws_db_instance.replica["1"].max_allocated_storage == 220
    error_message = "storage must grow on primary and replicas alike"
  }
  assert {
    condition = join(" ", keys(aws_cloudwatch_log_group.this)) == join(" ", [
      "/aws/rds/instance/production-main-replica-1/postgresql", "/aws/rds/instance/production-main-replica-1/upgrade",
      "/aws/rds/instance/production-main-replica-2/postgresql", "/aws/rds/instance/production-main-replica-2/upgrade",
      "/aws/rds/instance/production-main/postgresql", "/aws/rds/instance/production-main/upgrade",
    ])
    error_message = "every exported log must have its log group"
  }
  assert {
    condition     = alltrue([for group in aws_cloudwatch_log_group.this : group.retention_in_days == 365 && group.kms_key_id == var.logs_kms_key_arn])
    error_message = "log groups must be encrypted and expire"
  }
}
