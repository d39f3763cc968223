resource "aws_iam_role" "code_deploy" {
  count = local.code_deploy ? 1 : 0

  name        = "${var.name}-deploy"
  path        = "/${var.environment}/"
  description = "Moves ${var.name} to a new version"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "codedeploy.amazonaws.com" }
      Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
    }]
  })
}

resource "aws_iam_role_policy" "code_deploy" {
  count = local.code_deploy ? 1 : 0

  name = "deploy"
  role = aws_iam_role.code_deploy[0].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = ["ecs:CreateTaskSet", "ecs:DeleteTaskSet", "ecs:DescribeServices", "ecs:UpdateServicePrimaryTaskSet"]
        Resource = [
          "arn:${var.partition}:ecs:${local.arn_tail}:service/${var.cluster_name}/${var.name}",
          "arn:${var.partition}:ecs:${local.arn_tail}:task-set/${var.cluster_name}/${var.name}/*",
        ]
      },
      {
        # These have no resources to name.
        Effect = "Allow"
        Action = [
          "cloudwatch:DescribeAlarms", "elasticloadbalancing:DescribeListeners",
          "elasticloadbalancing:DescribeRules", "elasticloadbalancing:DescribeTargetGroups",
        ]
        Resource = "*"
      },
      {
        Effect = "Allow"
        Action = ["elasticloadbalancing:ModifyListener", "elasticloadbalancing:ModifyRule"]
        Resource = concat(
          [var.listen.load_balancer.listener_arn, var.listen.load_balancer.test_listener_arn],
          [for route in ["production", "test"] : aws_lb_listener_rule.code_deploy[route].arn],
        )
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
