# blue-green and canary: CodeDeploy moves the load balancer from one target group to the other.

resource "aws_ecs_service" "code_deploy" {
  count = local.code_deploy ? 1 : 0

  name            = var.name
  cluster         = var.cluster_arn
  task_definition = aws_ecs_task_definition.this.arn
  desired_count   = var.scaling.min

  availability_zone_rebalancing      = "DISABLED"
  deployment_maximum_percent         = 200
  deployment_minimum_healthy_percent = 100
  enable_ecs_managed_tags            = true
  enable_execute_command             = false
  health_check_grace_period_seconds  = var.health.grace
  propagate_tags                     = "SERVICE"
  tags                               = local.tags
  wait_for_steady_state              = false

  capacity_provider_strategy {
    capacity_provider = local.capacity_provider
    weight            = 1
  }

  deployment_controller {
    type = "CODE_DEPLOY"
  }

  network_configuration {
    assign_public_ip = false
    security_groups  = [aws_security_group.this.id]
    subnets          = var.subnet_ids
  }

  load_balancer {
    container_name   = local.container
    container_port   = var.listen.port
    target_group_arn = aws_lb_target_group.this["blue"].arn
  }

  # As for a rolling service; and which target group is live is CodeDeploy's business.
  lifecycle {
    ignore_changes = [desired_count, load_balancer, task_definition]
  }

  # aws_ecs_service.this: when the strategy changes, the old service must be gone before its name is free.
  depends_on = [
    aws_ecs_service.this,
    aws_iam_role_policy.execution,
    aws_iam_role_policy.secrets,
    aws_lb_listener_rule.code_deploy,
  ]
}

resource "aws_codedeploy_app" "this" {
  count = local.code_deploy ? 1 : 0

  name             = var.name
  compute_platform = "ECS"
  tags             = local.tags
}

resource "aws_codedeploy_deployment_config" "this" {
  count = local.strategy == "canary" ? 1 : 0

  # A configuration can't be changed, and not be deleted while in use: its name follows its content.
  deployment_config_name = "${var.name}-${var.rollout.step_percent}-percent-${var.rollout.wait_minutes}-minutes"
  compute_platform       = "ECS"

  traffic_routing_config {
    type = "TimeBasedCanary"

    time_based_canary {
      interval   = var.rollout.wait_minutes
      percentage = var.rollout.step_percent
    }
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_codedeploy_deployment_group" "this" {
  count = local.code_deploy ? 1 : 0

  app_name               = aws_codedeploy_app.this[0].name
  deployment_group_name  = var.name
  deployment_config_name = one(concat(aws_codedeploy_deployment_config.this[*].deployment_config_name, local.strategy == "blue-green" ? ["CodeDeployDefault.ECSAllAtOnce"] : []))
  service_role_arn       = aws_iam_role.code_deploy[0].arn
  tags                   = local.tags

  deployment_style {
    deployment_option = "WITH_TRAFFIC_CONTROL"
    deployment_type   = "BLUE_GREEN"
  }

  blue_green_deployment_config {
    deployment_ready_option {
      action_on_timeout = "CONTINUE_DEPLOYMENT"
    }

    # Until then a rollback only moves the traffic back.
    terminate_blue_instances_on_deployment_success {
      action                           = "TERMINATE"
      termination_wait_time_in_minutes = local.strategy == "blue-green" ? var.rollout.wait_minutes : 5
    }
  }

  auto_rollback_configuration {
    enabled = true
    events  = ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"]
  }

  alarm_configuration {
    enabled                   = true
    ignore_poll_alarm_failure = false
    alarms                    = [aws_cloudwatch_metric_alarm.errors[0].alarm_name, aws_cloudwatch_metric_alarm.unhealthy[0].alarm_name]
  }

  ecs_service {
    cluster_name = var.cluster_name
    service_name = aws_ecs_service.code_deploy[0].name
  }

  load_balancer_info {
    target_group_pair_info {
      prod_traffic_route {
        listener_arns = [var.listen.load_balancer.listener_arn]
      }

      test_traffic_route {
        listener_arns = [var.listen.load_balancer.test_listener_arn]
      }

      target_group {
        name = aws_lb_target_group.this["blue"].name
      }

      target_group {
        name = aws_lb_target_group.this["green"].name
      }
    }
  }

  depends_on = [aws_iam_role_policy.code_deploy]
}
