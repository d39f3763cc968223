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

run "a_rolling_service_rolls_back_by_itself" {
  command = plan

  assert {
    condition     = aws_ecs_service.this[0].deployment_circuit_breaker[0].enable && aws_ecs_service.this[0].deployment_circuit_breaker[0].rollback
    error_message = "a deployment that fails must be rolled back"
  }
  assert {
    condition     = aws_ecs_service.this[0].deployment_minimum_healthy_percent == 100 && aws_ecs_service.this[0].deployment_maximum_percent == 200
    error_message = "capacity must never drop while a version is replaced"
  }
  assert {
    condition     = aws_ecs_service.this[0].deployment_controller[0].type == "ECS" && length(aws_ecs_service.code_deploy) == 0 && length(aws_codedeploy_app.this) == 0 && length(aws_scheduler_schedule.this) == 0
    error_message = "a rolling service is rolled by ECS and nothing else"
  }
  assert {
    condition     = one(aws_ecs_service.this[0].capacity_provider_strategy).capacity_provider == "FARGATE" && aws_ecs_service.this[0].force_new_deployment
    error_message = "on-demand is Fargate, and a change of capacity must not replace the service"
  }
  assert {
    condition     = aws_ecs_service.this[0].availability_zone_rebalancing == "ENABLED" && aws_ecs_service.this[0].desired_count == 3 && aws_ecs_service.this[0].health_check_grace_period_seconds == 30
    error_message = "tasks must be spread over the zones, as many as the fewest, with time to start"
  }
  assert {
    condition     = !aws_ecs_service.this[0].network_configuration[0].assign_public_ip && !aws_ecs_service.this[0].enable_execute_command && !aws_ecs_service.this[0].wait_for_steady_state
    error_message = "tasks must have no public address and admit no shell, and an apply must not wait for secrets"
  }
  assert {
    condition     = aws_ecs_service.this[0].propagate_tags == "SERVICE" && aws_ecs_service.this[0].tags["data-class"] == "personal+financial"
    error_message = "tasks must carry the tags of the service"
  }
  assert {
    condition     = aws_ecs_service.this[0].service_connect_configuration[0].namespace == var.namespace_arn && aws_ecs_service.this[0].service_connect_configuration[0].service[0].client_alias[0].dns_name == "api" && aws_ecs_service.this[0].service_connect_configuration[0].service[0].client_alias[0].port == 3000
    error_message = "other services must find it as http://api:3000"
  }
  assert {
    condition     = aws_lb_target_group.this["rolling"].name == "production-api" && aws_lb_target_group.this["rolling"].target_type == "ip" && aws_lb_target_group.this["rolling"].health_check[0].path == "/health" && aws_lb_target_group.this["rolling"].health_check[0].unhealthy_threshold == 3
    error_message = "the load balancer must ask the health path"
  }
  assert {
    condition     = aws_lb_listener_rule.this[0].priority == 10 && one(one(aws_lb_listener_rule.this[0].condition).host_header).values == toset(["api.cashtrace.ng"]) && one(aws_ecs_service.this[0].load_balancer).container_port == 3000
    error_message = "the host must lead to the service's port"
  }
  assert {
    condition     = output.service_name == "production-api" && output.code_deploy_app_name == null && output.schedule_name == null
    error_message = "outputs must say what the service is"
  }
}

run "a_task_is_limited_logged_and_checked" {
  command = plan

  variables {
    environment_variables = { LOG_LEVEL = "info", APP_NAME = "a \"quoted\" $${name}" }
    kms_key_arns          = ["arn:aws:kms:af-south-1:444455556666:key/secrets"]
    secret_arns           = ["arn:aws:secretsmanager:af-south-1:444455556666:secret:main-abc"]
    secrets               = { DATABASE_PASSWORD = "arn:aws:secretsmanager:af-south-1:444455556666:secret:main-abc:password::" }
  }

  assert {
    condition     = aws_ecs_task_definition.this.cpu == "512" && aws_ecs_task_definition.this.memory == "1024" && aws_ecs_task_definition.this.network_mode == "awsvpc" && aws_ecs_task_definition.this.requires_compatibilities == toset(["FARGATE"]) && aws_ecs_task_definition.this.skip_destroy
    error_message = "the task must be limited, on Fargate, and stay for a rollback"
  }
  assert {
    condition     = aws_ecs_task_definition.this.runtime_platform[0].cpu_architecture == "X86_64" && aws_ecs_task_definition.this.runtime_platform[0].operating_system_family == "LINUX"
    error_message = "the platform must be said"
  }
  assert {
    condition = jsondecode(aws_ecs_task_definition.this.container_definitions)[0] == {
      name                   = "app"
      image                  = "444455556666.dkr.ecr.af-south-1.amazonaws.com/cashtrace/api:1.4.2"
      command                = []
      essential              = true
      cpu                    = 448
      memory                 = 960
      environment            = [{ name = "APP_NAME", value = "a \"quoted\" $${name}" }, { name = "LOG_LEVEL", value = "info" }]
      secrets                = [{ name = "DATABASE_PASSWORD", valueFrom = "arn:aws:secretsmanager:af-south-1:444455556666:secret:main-abc:password::" }]
      portMappings           = [{ name = "app", containerPort = 3000, hostPort = 3000, protocol = "tcp", appProtocol = "http" }]
      healthCheck            = { command = ["CMD-SHELL", "wget -q -O /dev/null http://localhost:3000/health || exit 1"], interval = 15, timeout = 5, retries = 3, startPeriod = 30 }
      linuxParameters        = { initProcessEnabled = true }
      stopTimeout            = 120
      readonlyRootFilesystem = false
      privileged             = false
      mountPoints            = []
      systemControls         = []
      volumesFrom            = []
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          awslogs-group         = "/production/services/production-api"
          awslogs-region        = "af-south-1"
          awslogs-stream-prefix = "app"
          max-buffer-size       = "25m"
          mode                  = "non-blocking"
        }
      }
    }
    error_message = "the container is not what was asked for"
  }
  assert {
    condition     = aws_cloudwatch_log_group.this.retention_in_days == 365 && aws_cloudwatch_log_group.this.kms_key_id == var.logs_kms_key_arn && aws_cloudwatch_log_group.this.name == "/production/services/production-api"
    error_message = "the log must be encrypted and expire"
  }
}

run "a_service_scales_on_cpu_and_memory" {
  command = plan

  assert {
    condition     = aws_appautoscaling_target.this[0].min_capacity == 3 && aws_appautoscaling_target.this[0].max_capacity == 30 && aws_appautoscaling_target.this[0].resource_id == "service/production/production-api"
    error_message = "the number of tasks must stay within its bounds"
  }
  assert {
    condition = {
      for policy in aws_appautoscaling_policy.this :
      policy.target_tracking_scaling_policy_configuration[0].predefined_metric_specification[0].predefined_metric_type => policy.target_tracking_scaling_policy_configuration[0].target_value
      } == {
      ECSServiceAverageCPUUtilization    = 60
      ECSServiceAverageMemoryUtilization = 70
    }
    error_message = "both targets must be tracked"
  }
  assert {
    condition     = alltrue([for policy in aws_appautoscaling_policy.this : policy.target_tracking_scaling_policy_configuration[0].scale_out_cooldown == 60 && policy.target_tracking_scaling_policy_configuration[0].scale_in_cooldown == 300])
    error_message = "scaling out must be quicker than scaling in"
  }
}

run "nothing_is_open_and_roles_may_no_more_than_they_need" {
  command = plan

  variables {
    buckets = {
      "buckets.documents" = { arn = "arn:aws:s3:::documents", kms_key_arn = "arn:aws:kms:af-south-1:444455556666:key/buckets" }
    }
    connections = {
      "databases.main"  = { port = 5432, security_group_id = "sg-database" }
      "caches.sessions" = { port = 6379, security_group_id = "sg-cache" }
    }
    kms_key_arns = ["arn:aws:kms:af-south-1:444455556666:key/secrets"]
    secret_arns  = ["arn:aws:secretsmanager:af-south-1:444455556666:secret:main-abc"]
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.load_balancer[0].referenced_security_group_id == "sg-balancer" && aws_vpc_security_group_ingress_rule.load_balancer[0].from_port == 3000 && aws_vpc_security_group_ingress_rule.load_balancer[0].cidr_ipv4 == null
    error_message = "only the load balancer may come in"
  }
  assert {
    condition     = aws_vpc_security_group_egress_rule.load_balancer[0].security_group_id == "sg-balancer" && aws_vpc_security_group_egress_rule.load_balancer[0].to_port == 3000
    error_message = "the load balancer must be let out to the service"
  }
  assert {
    condition     = aws_vpc_security_group_egress_rule.https.from_port == 443 && aws_vpc_security_group_egress_rule.https.to_port == 443
    error_message = "only HTTPS may leave for anywhere"
  }
  assert {
    condition     = aws_vpc_security_group_egress_rule.connection["databases.main"].referenced_security_group_id == "sg-database" && aws_vpc_security_group_egress_rule.connection["databases.main"].to_port == 5432 && aws_vpc_security_group_ingress_rule.connection["caches.sessions"].security_group_id == "sg-cache" && aws_vpc_security_group_ingress_rule.connection["caches.sessions"].from_port == 6379
    error_message = "a connection needs a rule at both ends"
  }
  assert {
    condition     = alltrue([for role in [aws_iam_role.task, aws_iam_role.execution] : role.path == "/production/" && jsondecode(role.assume_role_policy).Statement[0].Condition.StringEquals["aws:SourceAccount"] == "444455556666"])
    error_message = "roles must lie in the environment's path and trust only this account's ECS"
  }
  assert {
    condition     = [for statement in jsondecode(aws_iam_role_policy.execution.policy).Statement : statement.Resource] == ["*", "arn:aws:ecr:af-south-1:444455556666:repository/cashtrace/api", "arn:aws:logs:af-south-1:444455556666:log-group:/production/services/production-api:*"]
    error_message = "the execution role must reach one repository and one log"
  }
  assert {
    condition     = [for statement in jsondecode(aws_iam_role_policy.secrets[0].policy).Statement : statement.Resource] == [["arn:aws:secretsmanager:af-south-1:444455556666:secret:main-abc"], ["arn:aws:kms:af-south-1:444455556666:key/secrets"]]
    error_message = "the execution role must read the given secrets, with the given keys"
  }
  assert {
    condition     = [for statement in jsondecode(aws_iam_role_policy.bucket["buckets.documents"].policy).Statement : statement.Resource] == ["arn:aws:s3:::documents", "arn:aws:s3:::documents/*", "arn:aws:kms:af-south-1:444455556666:key/buckets"]
    error_message = "the task role must reach the given bucket and its key"
  }
  assert {
    condition     = alltrue([for policy in [aws_iam_role_policy.secrets[0], aws_iam_role_policy.bucket["buckets.documents"]] : length(regexall("\"(kms|s3|secretsmanager):\\*\"", policy.policy)) == 0 && strcontains(policy.policy, "kms:ViaService")])
    error_message = "no role may do everything, and keys work only through their service"
  }
}

run "a_worker_runs_on_spot_and_is_only_a_client" {
  command = plan

  variables {
    capacity = "spot"
    command  = ["node", "worker.js"]
    health   = { command = ["node", "healthy.js"], grace = 0, healthy = 2, interval = 15, path = "/", timeout = 5, unhealthy = 3 }
    listen   = null
  }

  assert {
    condition     = one(aws_ecs_service.this[0].capacity_provider_strategy).capacity_provider == "FARGATE_SPOT"
    error_message = "spot is Fargate Spot"
  }
  assert {
    condition     = aws_ecs_service.this[0].service_connect_configuration[0].enabled && length(aws_ecs_service.this[0].service_connect_configuration[0].service) == 0
    error_message = "a worker must reach other services without being one that is reached"
  }
  assert {
    condition     = length(aws_lb_target_group.this) == 0 && length(aws_lb_listener_rule.this) == 0 && length(aws_vpc_security_group_ingress_rule.load_balancer) == 0 && aws_ecs_service.this[0].health_check_grace_period_seconds == null
    error_message = "a worker has no load balancer"
  }
  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].healthCheck.command == ["CMD", "node", "healthy.js"] && jsondecode(aws_ecs_task_definition.this.container_definitions)[0].command == ["node", "worker.js"]
    error_message = "command and health check must be those given"
  }
  assert {
    condition     = length(aws_iam_role_policy.secrets) == 0 && length(aws_iam_role_policy.bucket) == 0 && output.target_group_arn == null
    error_message = "what is not used must not be allowed"
  }
}
