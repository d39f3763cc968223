resource "aws_scheduler_schedule" "this" {
  count = local.scheduled ? 1 : 0

  name                         = var.name
  description                  = "Runs ${var.name}"
  schedule_expression          = var.schedule
  schedule_expression_timezone = "UTC"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = var.cluster_arn
    role_arn = aws_iam_role.schedule[0].arn

    ecs_parameters {
      task_definition_arn     = aws_ecs_task_definition.this.arn
      task_count              = 1
      enable_ecs_managed_tags = true
      enable_execute_command  = false
      propagate_tags          = "TASK_DEFINITION"

      capacity_provider_strategy {
        capacity_provider = local.capacity_provider
        weight            = 1
      }

      network_configuration {
        assign_public_ip = false
        security_groups  = [aws_security_group.this.id]
        subnets          = var.subnet_ids
      }
    }

    retry_policy {
      maximum_event_age_in_seconds = 3600
      maximum_retry_attempts       = 3
    }
  }

  # deploy decides which revision runs.
  lifecycle {
    ignore_changes = [target[0].ecs_parameters[0].task_definition_arn]
  }

  depends_on = [aws_iam_role_policy.schedule]
}

resource "aws_iam_role" "schedule" {
  count = local.scheduled ? 1 : 0

  name        = "${var.name}-schedule"
  path        = "/${var.environment}/"
  description = "Starts ${var.name} on schedule"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "scheduler.amazonaws.com" }
      Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
    }]
  })
}

resource "aws_iam_role_policy" "schedule" {
  count = local.scheduled ? 1 : 0

  name = "run"
  role = aws_iam_role.schedule[0].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "ecs:RunTask"
        Resource  = "arn:${var.partition}:ecs:${local.arn_tail}:task-definition/${var.name}:*"
        Condition = { ArnEquals = { "ecs:cluster" = "arn:${var.partition}:ecs:${local.arn_tail}:cluster/${var.cluster_name}" } }
      },
      {
        Effect    = "Allow"
        Action    = "ecs:TagResource"
        Resource  = "arn:${var.partition}:ecs:${local.arn_tail}:task/${var.cluster_name}/*"
        Condition = { StringEquals = { "ecs:CreateAction" = "RunTask" } }
      },
      {
        Effect    = "Allow"
        Action    = "iam:PassRole"
        Resource  = [local.execution_role, local.task_role]
        Condition = local.passed_only_to_ecs
      },
    ]
  })
}
