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

run "rejects_every_value_below_or_outside_its_range" {
  command = plan

  variables {
    account_id            = "4444"
    backup_retention_days = 0
    data_classes          = []
    database_name         = "1st"
    engine_version        = "9.6"
    environment           = "Production"
    instance_class        = "m7g.large"
    kms_key_arn           = "alias/databases"
    log_retention_days    = 42
    logs_kms_key_arn      = "alias/logs"
    name                  = "production--main"
    partition             = "azure"
    region                = "Cape Town"
    replicas              = -1
    secrets_kms_key_arn   = "alias/secrets"
    storage_limit_gib     = 219
    subnet_ids            = ["subnet-a"]
    username              = "admin"
  }

  expect_failures = [
    var.account_id,
    var.backup_retention_days,
    var.data_classes,
    var.database_name,
    var.engine_version,
    var.environment,
    var.instance_class,
    var.kms_key_arn,
    var.log_retention_days,
    var.logs_kms_key_arn,
    var.name,
    var.partition,
    var.region,
    var.replicas,
    var.secrets_kms_key_arn,
    var.storage_limit_gib,
    var.subnet_ids,
    var.username,
  ]
}

run "rejects_every_value_above_the_limits_of_aws" {
  command = plan

  variables {
    backup_retention_days = 36
    data_classes          = ["personal", "secret"]
    database_name         = "a23456789012345678901234567890123456789012345678901234567890abcd"
    engine_version        = "19"
    name                  = "a2345678901234567890123456789012345678901234567890abcd"
    replicas              = 6
    storage_limit_gib     = 65537
    username              = "Cashtrace"
  }

  expect_failures = [
    var.backup_retention_days,
    var.data_classes,
    var.database_name,
    var.engine_version,
    var.name,
    var.replicas,
    var.storage_limit_gib,
    var.username,
  ]
}

run "rejects_fractions_of_whole_things" {
  command = plan

  variables {
    backup_retention_days = 7.5
    replicas              = 1.5
    storage_gib           = 20.5
  }

  expect_failures = [
    var.backup_retention_days,
    var.replicas,
    var.storage_gib,
  ]
}

run "rejects_storage_below_the_limit_of_gp3" {
  command = plan

  variables {
    storage_gib = 19
  }

  expect_failures = [var.storage_gib]
}
