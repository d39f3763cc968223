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

run "a_canary_tries_a_tenth_of_the_traffic_first" {
  command = plan

  variables {
    rollout = { step_percent = 10, strategy = "canary", wait_minutes = 15 }
  }

  assert {
    condition     = aws_codedeploy_deployment_config.this[0].traffic_routing_config[0].type == "TimeBasedCanary" && aws_codedeploy_deployment_config.this[0].traffic_routing_config[0].time_based_canary[0].percentage == 10 && aws_codedeploy_deployment_config.this[0].traffic_routing_config[0].time_based_canary[0].interval == 15
    error_message = "a tenth of the traffic must go first, for 15 minutes"
  }
  assert {
    condition     = aws_codedeploy_deployment_group.this[0].deployment_config_name == "production-api-10-percent-15-minutes" && aws_codedeploy_deployment_config.this[0].compute_platform == "ECS" && aws_codedeploy_app.this[0].compute_platform == "ECS"
    error_message = "the group must use the canary's configuration"
  }
  assert {
    condition     = aws_codedeploy_deployment_group.this[0].auto_rollback_configuration[0].enabled && aws_codedeploy_deployment_group.this[0].auto_rollback_configuration[0].events == toset(["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"])
    error_message = "a failure and an alarm must both send the deployment back"
  }
  assert {
    condition     = aws_codedeploy_deployment_group.this[0].alarm_configuration[0].enabled && aws_codedeploy_deployment_group.this[0].alarm_configuration[0].alarms == toset(["production-api-target-errors", "production-api-unhealthy-hosts"])
    error_message = "errors and unhealthy tasks must be watched"
  }
  assert {
    condition     = aws_cloudwatch_metric_alarm.errors[0].threshold == 5 && aws_cloudwatch_metric_alarm.errors[0].treat_missing_data == "notBreaching" && aws_cloudwatch_metric_alarm.unhealthy[0].threshold == 0 && aws_cloudwatch_metric_alarm.unhealthy[0].evaluation_periods == 3
    error_message = "errors over 5 % and unhealthy tasks must raise an alarm, with time to start"
  }
  assert {
    condition     = aws_ecs_service.code_deploy[0].deployment_controller[0].type == "CODE_DEPLOY" && length(aws_ecs_service.this) == 0 && length(aws_ecs_service.code_deploy[0].service_connect_configuration) == 0 && aws_ecs_service.code_deploy[0].availability_zone_rebalancing == "DISABLED"
    error_message = "CodeDeploy rolls the service, which Service Connect does not allow"
  }
  assert {
    condition     = aws_lb_target_group.this["blue"].name == "production-api-blue" && aws_lb_target_group.this["green"].name == "production-api-green"
    error_message = "there must be two target groups"
  }
  assert {
    condition     = aws_lb_listener_rule.code_deploy["production"].listener_arn == var.listen.load_balancer.listener_arn && aws_lb_listener_rule.code_deploy["test"].listener_arn == var.listen.load_balancer.test_listener_arn && length(aws_lb_listener_rule.this) == 0
    error_message = "the new version must be reachable at the test listener first"
  }
  assert {
    condition     = one(aws_codedeploy_deployment_group.this[0].ecs_service).service_name == "production-api" && one(aws_codedeploy_deployment_group.this[0].ecs_service).cluster_name == "production" && aws_codedeploy_deployment_group.this[0].blue_green_deployment_config[0].terminate_blue_instances_on_deployment_success[0].termination_wait_time_in_minutes == 5
    error_message = "the group must deploy the service"
  }
  assert {
    condition     = aws_appautoscaling_target.this[0].resource_id == "service/production/production-api" && output.service_name == "production-api" && output.code_deploy_app_name == "production-api" && output.code_deploy_group_name == "production-api"
    error_message = "the service must scale and be found"
  }
  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].memory == 1024 && aws_iam_role.code_deploy[0].name == "production-api-deploy" && aws_iam_role.code_deploy[0].path == "/production/"
    error_message = "without Service Connect the whole task is the application's; the role lies in the environment's path"
  }
}

run "blue_green_keeps_the_old_tasks_for_a_while" {
  command = plan

  variables {
    rollout = { step_percent = 10, strategy = "blue-green", wait_minutes = 60 }
  }

  assert {
    condition     = aws_codedeploy_deployment_group.this[0].deployment_config_name == "CodeDeployDefault.ECSAllAtOnce" && length(aws_codedeploy_deployment_config.this) == 0
    error_message = "all traffic must move at once"
  }
  assert {
    condition     = aws_codedeploy_deployment_group.this[0].blue_green_deployment_config[0].terminate_blue_instances_on_deployment_success[0].termination_wait_time_in_minutes == 60 && aws_codedeploy_deployment_group.this[0].deployment_style[0].deployment_type == "BLUE_GREEN"
    error_message = "the old tasks must wait for an hour"
  }
}

run "a_scheduled_task_is_started_by_its_own_role" {
  command = plan

  variables {
    capacity = "spot"
    health   = null
    listen   = null
    rollout  = null
    scaling  = null
    schedule = "cron(0 6 * * ? *)"
  }

  assert {
    condition     = aws_scheduler_schedule.this[0].schedule_expression == "cron(0 6 * * ? *)" && aws_scheduler_schedule.this[0].schedule_expression_timezone == "UTC" && aws_scheduler_schedule.this[0].flexible_time_window[0].mode == "OFF"
    error_message = "the task must start when the schedule says"
  }
  assert {
    condition     = one(aws_scheduler_schedule.this[0].target[0].ecs_parameters[0].capacity_provider_strategy).capacity_provider == "FARGATE_SPOT" && aws_scheduler_schedule.this[0].target[0].ecs_parameters[0].task_count == 1 && !aws_scheduler_schedule.this[0].target[0].ecs_parameters[0].network_configuration[0].assign_public_ip
    error_message = "one task must start, on spot, without a public address"
  }
  assert {
    condition     = aws_scheduler_schedule.this[0].target[0].retry_policy[0].maximum_retry_attempts == 3 && aws_scheduler_schedule.this[0].target[0].retry_policy[0].maximum_event_age_in_seconds == 3600
    error_message = "a start that fails must be tried again"
  }
  assert {
    condition     = aws_iam_role.schedule[0].name == "production-api-schedule" && aws_iam_role.schedule[0].path == "/production/" && jsondecode(aws_iam_role_policy.schedule[0].policy).Statement[0].Resource == "arn:aws:ecs:af-south-1:444455556666:task-definition/production-api:*" && jsondecode(aws_iam_role_policy.schedule[0].policy).Statement[2].Resource == ["arn:aws:iam::444455556666:role/production/production-api-execution", "arn:aws:iam::444455556666:role/production/production-api-task"]
    error_message = "the role must start this task and pass its two roles, no more"
  }
  assert {
    condition     = length(aws_ecs_service.this) == 0 && length(aws_ecs_service.code_deploy) == 0 && length(aws_appautoscaling_target.this) == 0 && length(aws_appautoscaling_policy.this) == 0 && output.service_name == null && output.schedule_name == "production-api"
    error_message = "a scheduled task is no service and does not scale"
  }
  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].healthCheck == null && jsondecode(aws_ecs_task_definition.this.container_definitions)[0].portMappings == []
    error_message = "a task that ends needs no health check and no port"
  }
}
