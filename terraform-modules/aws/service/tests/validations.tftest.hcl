mock_provider "aws" {}

variables {
  account_id            = "444455556666"
  buckets               = {}
  capacity              = "on-demand"
  cluster_arn           = "arn:aws:ecs:af-south-1:444455556666:cluster/production"
  cluster_name          = "production"
  command               = []
  connections           = {}
  cpu                   = 512
  data_classes          = ["personal", "financial"]
  discovery_name        = "api"
  environment           = "production"
  environment_variables = { LOG_LEVEL = "info" }
  image                 = "444455556666.dkr.ecr.af-south-1.amazonaws.com/cashtrace/api:1.4.2"
  kms_key_arns          = []
  log_retention_days    = 365
  logs_kms_key_arn      = "arn:aws:kms:af-south-1:444455556666:key/logs"
  memory                = 1024
  name                  = "production-api"
  namespace_arn         = "arn:aws:servicediscovery:af-south-1:444455556666:namespace/ns-1"
  partition             = "aws"
  region                = "af-south-1"
  repository            = "cashtrace/api"
  schedule              = null
  secret_arns           = []
  secrets               = {}
  subnet_ids            = ["subnet-a", "subnet-b", "subnet-c"]
  vpc_id                = "vpc-1"

  health = {
    command   = []
    grace     = 30
    healthy   = 2
    interval  = 15
    path      = "/health"
    timeout   = 5
    unhealthy = 3
  }
  listen = {
    port = 3000
    load_balancer = {
      arn_suffix        = "app/production/1"
      host              = "api.cashtrace.ng"
      listener_arn      = "arn:aws:elasticloadbalancing:af-south-1:444455556666:listener/app/production/1/443"
      priority          = 10
      security_group_id = "sg-balancer"
      test_listener_arn = "arn:aws:elasticloadbalancing:af-south-1:444455556666:listener/app/production/1/8443"
    }
  }
  rollout = { step_percent = 10, strategy = "rolling", wait_minutes = 5 }
  scaling = { cpu = 60, max = 30, memory = 70, min = 3 }
}

run "rejects_every_value_outside_its_set_or_form" {
  command = plan

  variables {
    account_id         = "4444"
    buckets            = { "buckets.documents" = { arn = "documents", kms_key_arn = "alias/buckets" } }
    capacity           = "reserved"
    cluster_arn        = "production"
    connections        = { "databases.main" = { port = 0, security_group_id = "sg-database" } }
    cpu                = 300
    data_classes       = ["secret"]
    discovery_name     = "Api"
    environment        = "Production"
    kms_key_arns       = ["alias/secrets"]
    log_retention_days = 42
    logs_kms_key_arn   = "alias/logs"
    namespace_arn      = "production"
    partition          = "azure"
    region             = "Cape Town"
    repository         = "Cashtrace/API"
    scaling            = { cpu = 60, max = 2, memory = 70, min = 3 }
    secret_arns        = ["production/paystack"]
    secrets            = { LOG_LEVEL = "arn:aws:secretsmanager:af-south-1:444455556666:secret:level-abc" }
    subnet_ids         = []

    health  = { command = [], grace = 30, healthy = 2, interval = 15, path = "health", timeout = 5, unhealthy = 3 }
    rollout = { step_percent = 10, strategy = "linear", wait_minutes = 5 }
  }

  expect_failures = [
    var.account_id,
    var.buckets,
    var.capacity,
    var.cluster_arn,
    var.connections,
    var.cpu,
    var.data_classes,
    var.discovery_name,
    var.environment,
    var.health,
    var.log_retention_days,
    var.logs_kms_key_arn,
    var.namespace_arn,
    var.partition,
    var.region,
    var.repository,
    var.rollout,
    var.scaling,
    var.secret_arns,
    var.secrets,
    var.subnet_ids,
  ]
}

run "rejects_what_the_limits_of_aws_forbid" {
  command = plan

  variables {
    connections  = { "databases.main" = { port = 65536, security_group_id = "sg-database" } }
    data_classes = []
    health       = { command = [], grace = 30, healthy = 2, interval = 5, path = "/", timeout = 5, unhealthy = 3 }
    kms_key_arns = ["arn:aws:kms:af-south-1:444455556666:key/secrets"]
    memory       = 512
    name         = "a23456789012345678901234567890123"
    scaling      = { cpu = 0, max = 30, memory = 70, min = 3 }
  }

  expect_failures = [
    var.connections,
    var.data_classes,
    var.health,
    var.kms_key_arns,
    var.memory,
    var.name,
    var.scaling,
  ]
}

run "rejects_a_single_health_check_and_a_canary_without_traffic" {
  command = plan

  variables {
    health  = { command = [], grace = 30, healthy = 1, interval = 15, path = "/", timeout = 5, unhealthy = 3 }
    rollout = { step_percent = 0, strategy = "canary", wait_minutes = 5 }
  }

  expect_failures = [var.health, var.rollout]
}

run "rejects_a_name_too_long_for_a_role" {
  command = plan

  variables {
    listen = { port = 3000 }
    name   = "a234567890123456789012345678901234567890123456789012345"
  }

  expect_failures = [var.name]
}

run "rejects_a_name_too_long_for_two_target_groups" {
  command = plan

  variables {
    name    = "a23456789012345678901234567"
    rollout = { step_percent = 10, strategy = "canary", wait_minutes = 5 }
  }

  expect_failures = [var.name]
}

run "rejects_a_service_without_health_rollout_and_scaling" {
  command = plan

  variables {
    health  = null
    rollout = null
    scaling = null
  }

  expect_failures = [var.health, var.rollout, var.scaling]
}

run "rejects_a_silent_service_without_a_health_command_and_with_a_canary" {
  command = plan

  variables {
    listen  = null
    rollout = { step_percent = 10, strategy = "canary", wait_minutes = 5 }
  }

  expect_failures = [var.health, var.rollout]
}

run "rejects_a_port_of_nothing" {
  command = plan

  variables {
    listen = { port = 0 }
  }

  expect_failures = [var.listen]
}

run "rejects_a_rule_without_priority_and_a_host_without_domain" {
  command = plan

  variables {
    listen = {
      port = 3000
      load_balancer = {
        arn_suffix        = "app/production/1"
        host              = "api"
        listener_arn      = "arn:aws:elasticloadbalancing:af-south-1:444455556666:listener/app/production/1/443"
        priority          = 50001
        security_group_id = "sg-balancer"
        test_listener_arn = "arn:aws:elasticloadbalancing:af-south-1:444455556666:listener/app/production/1/8443"
      }
    }
  }

  expect_failures = [var.listen]
}

run "rejects_a_scheduled_task_that_listens" {
  command = plan

  variables {
    schedule = "rate(1 hour)"
  }

  expect_failures = [var.listen, var.scaling]
}

run "rejects_a_schedule_in_the_form_of_crontab" {
  command = plan

  variables {
    health   = null
    listen   = null
    rollout  = null
    scaling  = null
    schedule = "0 6 * * *"
  }

  expect_failures = [var.schedule]
}

run "rejects_a_name_with_two_hyphens_in_a_row" {
  command = plan

  variables {
    name = "production--api"
  }

  expect_failures = [var.name]
}
