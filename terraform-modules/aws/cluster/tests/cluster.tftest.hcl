mock_provider "aws" {}

variables {
  kms_key_arn        = "arn:aws:kms:af-south-1:444455556666:key/3f2504e0-4f89-11d3-9a0c-0305e82c3301"
  log_retention_days = 365
  name               = "production"
  namespace          = "production"
}

run "watches_the_cluster_and_records_sessions" {
  command = plan

  assert {
    condition     = one(aws_ecs_cluster.this.setting).name == "containerInsights" && one(aws_ecs_cluster.this.setting).value == "enhanced"
    error_message = "Container Insights must be on"
  }

  assert {
    condition     = aws_ecs_cluster.this.configuration[0].execute_command_configuration[0].kms_key_id == var.kms_key_arn
    error_message = "sessions must be encrypted with the given key"
  }

  assert {
    condition     = aws_ecs_cluster.this.configuration[0].execute_command_configuration[0].logging == "OVERRIDE" && aws_ecs_cluster.this.configuration[0].execute_command_configuration[0].log_configuration[0].cloud_watch_encryption_enabled && aws_ecs_cluster.this.configuration[0].execute_command_configuration[0].log_configuration[0].cloud_watch_log_group_name == aws_cloudwatch_log_group.exec.name
    error_message = "sessions must be recorded in the encrypted log group"
  }

  assert {
    condition     = alltrue([for group in [aws_cloudwatch_log_group.exec, aws_cloudwatch_log_group.insights] : group.kms_key_id == var.kms_key_arn && group.retention_in_days == 365])
    error_message = "both log groups must be encrypted and kept as long as asked"
  }

  assert {
    condition     = aws_cloudwatch_log_group.insights.name == "/aws/ecs/containerinsights/production/performance"
    error_message = "the group of Container Insights must be the one that ECS would make"
  }

  assert {
    condition     = join(",", sort(aws_ecs_cluster_capacity_providers.this.capacity_providers)) == "FARGATE,FARGATE_SPOT"
    error_message = "the cluster must offer Fargate on demand and Spot"
  }

  assert {
    condition     = one(aws_ecs_cluster_capacity_providers.this.default_capacity_provider_strategy).capacity_provider == "FARGATE"
    error_message = "a service that names no capacity must not run on Spot"
  }
}

run "rejects_values_outside_their_sets" {
  command = plan

  variables {
    kms_key_arn        = "alias/production-logs"
    log_retention_days = 366
    name               = "production cluster"
    namespace          = "-production"
  }

  expect_failures = [var.kms_key_arn, var.log_retention_days, var.name, var.namespace]
}

run "rejects_names_that_aws_finds_too_long" {
  command = plan

  variables {
    name      = join("", [for index in range(256) : "a"])
    namespace = join("", [for index in range(205) : "aaaaa"])
  }

  expect_failures = [var.name, var.namespace]
}
