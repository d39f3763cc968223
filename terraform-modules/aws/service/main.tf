locals {
  scheduled   = var.schedule != null
  strategy    = var.rollout == null ? "none" : var.rollout.strategy
  code_deploy = local.strategy == "blue-green" || local.strategy == "canary"
  rolling     = local.strategy == "rolling"
  public      = var.listen == null ? false : var.listen.load_balancer != null

  capacity_provider = var.capacity == "spot" ? "FARGATE_SPOT" : "FARGATE"
  container         = "app"
  log_group         = "/${var.environment}/services/${var.name}"
  tags              = { data-class = join("+", var.data_classes) }

  # Composed, not read from the resources: so a plan shows whole policies before anything exists.
  arn_tail           = "${var.region}:${var.account_id}"
  execution_role     = "arn:${var.partition}:iam::${var.account_id}:role/${var.environment}/${var.name}-execution"
  task_role          = "arn:${var.partition}:iam::${var.account_id}:role/${var.environment}/${var.name}-task"
  trusted_by_ecs     = { StringEquals = { "aws:SourceAccount" = var.account_id }, ArnLike = { "aws:SourceArn" = "arn:${var.partition}:ecs:${local.arn_tail}:*" } }
  passed_only_to_ecs = { StringEquals = { "iam:PassedToService" = "ecs-tasks.amazonaws.com" } }
}

resource "aws_cloudwatch_log_group" "this" {
  name              = local.log_group
  kms_key_id        = var.logs_kms_key_arn
  retention_in_days = var.log_retention_days
  tags              = local.tags
}

resource "aws_ecs_service" "this" {
  count = local.rolling ? 1 : 0

  name            = var.name
  cluster         = var.cluster_arn
  task_definition = aws_ecs_task_definition.this.arn
  desired_count   = var.scaling.min

  availability_zone_rebalancing      = "ENABLED"
  deployment_maximum_percent         = 200
  deployment_minimum_healthy_percent = 100
  enable_ecs_managed_tags            = true
  # A shell in a task reads customers' data and passes by the audit trail of deployments.
  enable_execute_command = false
  # Only with this can a service move between Fargate and Fargate Spot; without it a move replaces the service.
  force_new_deployment              = true
  health_check_grace_period_seconds = local.public ? var.health.grace : null
  propagate_tags                    = "SERVICE"
  tags                              = local.tags
  # A service whose secrets have no value yet can't become steady; its first deployment comes after them.
  wait_for_steady_state = false

  capacity_provider_strategy {
    capacity_provider = local.capacity_provider
    weight            = 1
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  deployment_controller {
    type = "ECS"
  }

  network_configuration {
    assign_public_ip = false
    security_groups  = [aws_security_group.this.id]
    subnets          = var.subnet_ids
  }

  service_connect_configuration {
    enabled   = true
    namespace = var.namespace_arn

    dynamic "service" {
      for_each = var.listen[*]

      content {
        port_name      = local.container
        discovery_name = var.discovery_name

        client_alias {
          dns_name = var.discovery_name
          port     = service.value.port
        }

        # As long as the load balancer waits; the proxy's own limit is 15 seconds.
        timeout {
          idle_timeout_seconds        = 300
          per_request_timeout_seconds = 60
        }
      }
    }
  }

  dynamic "load_balancer" {
    for_each = aws_lb_target_group.this

    content {
      container_name   = local.container
      container_port   = var.listen.port
      target_group_arn = load_balancer.value.arn
    }
  }

  # deploy decides which revision runs and autoscaling how many tasks; a plan of the infrastructure must undo neither.
  lifecycle {
    ignore_changes = [desired_count, task_definition]
  }

  # A target group can't be used before a listener forwards to it, and the first task needs its rights.
  depends_on = [aws_iam_role_policy.execution, aws_iam_role_policy.secrets, aws_lb_listener_rule.this]
}
