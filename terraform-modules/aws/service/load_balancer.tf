locals {
  target_groups = (
    local.public && local.rolling ? { rolling = var.name } :
    local.public && local.code_deploy ? { blue = "${var.name}-blue", green = "${var.name}-green" } : {}
  )
}

resource "aws_lb_target_group" "this" {
  for_each = local.target_groups

  name = each.value
  # ECS registers each task with its own port. This one is never used, and constant because a change would replace the
  # target group under its listener rule.
  port                 = 80
  protocol             = "HTTP"
  target_type          = "ip"
  vpc_id               = var.vpc_id
  deregistration_delay = 30
  tags                 = local.tags

  health_check {
    path                = var.health.path
    matcher             = "200-299"
    interval            = var.health.interval
    timeout             = var.health.timeout
    healthy_threshold   = var.health.healthy
    unhealthy_threshold = var.health.unhealthy
  }
}

resource "aws_lb_listener_rule" "this" {
  count = local.public && local.rolling ? 1 : 0

  listener_arn = var.listen.load_balancer.listener_arn
  priority     = var.listen.load_balancer.priority
  tags         = merge(local.tags, { Name = var.name })

  condition {
    host_header {
      values = [var.listen.load_balancer.host]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this["rolling"].arn
  }
}

# CodeDeploy's rules: production traffic starts at blue, the test listener at green; from the first deployment on
# CodeDeploy moves both, and a plan must not move them back.
resource "aws_lb_listener_rule" "code_deploy" {
  for_each = {
    for route, colour in { production = "blue", test = "green" } : route => colour if local.public && local.code_deploy
  }

  listener_arn = each.key == "test" ? var.listen.load_balancer.test_listener_arn : var.listen.load_balancer.listener_arn
  priority     = var.listen.load_balancer.priority
  tags         = merge(local.tags, { Name = "${var.name}-${each.key}" })

  condition {
    host_header {
      values = [var.listen.load_balancer.host]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this[each.value].arn
  }

  lifecycle {
    ignore_changes = [action]
  }

  # When the strategy changes, the old rule must be gone before its priority is free.
  depends_on = [aws_lb_listener_rule.this]
}
