# What sends a blue-green or canary deployment back. Each target group is looked at by itself: a canary with a tenth of the
# traffic would hide its errors in the average of both.
locals {
  metrics = local.code_deploy ? {
    for pair in setproduct(["blue", "green"], ["errors", "requests", "unhealthy"]) : join("_", pair) => {
      colour = pair[0]
      metric = { errors = "HTTPCode_Target_5XX_Count", requests = "RequestCount", unhealthy = "UnHealthyHostCount" }[pair[1]]
      stat   = pair[1] == "unhealthy" ? "Maximum" : "Sum"
    }
  } : {}
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  count = local.code_deploy ? 1 : 0

  alarm_name          = "${var.name}-target-errors"
  alarm_description   = "More than 5 % of the requests to ${var.name} end in a server error"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 5
  evaluation_periods  = 2
  datapoints_to_alarm = 2
  treat_missing_data  = "notBreaching"
  tags                = local.tags

  metric_query {
    id          = "worst"
    label       = "Errors in percent, of the worse target group"
    expression  = "MAX([100 * FILL(blue_errors, 0) / FILL(blue_requests, 1), 100 * FILL(green_errors, 0) / FILL(green_requests, 1)])"
    return_data = true
  }

  dynamic "metric_query" {
    for_each = { for id, query in local.metrics : id => query if query.metric != "UnHealthyHostCount" }

    content {
      id = metric_query.key

      metric {
        namespace   = "AWS/ApplicationELB"
        metric_name = metric_query.value.metric
        period      = 60
        stat        = metric_query.value.stat
        dimensions = {
          LoadBalancer = var.listen.load_balancer.arn_suffix
          TargetGroup  = aws_lb_target_group.this[metric_query.value.colour].arn_suffix
        }
      }
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "unhealthy" {
  count = local.code_deploy ? 1 : 0

  alarm_name          = "${var.name}-unhealthy-hosts"
  alarm_description   = "A task of ${var.name} fails its health check"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  # A new task may be unhealthy while it starts.
  evaluation_periods  = 2 + ceil(var.health.grace / 60)
  datapoints_to_alarm = 2 + ceil(var.health.grace / 60)
  treat_missing_data  = "notBreaching"
  tags                = local.tags

  metric_query {
    id          = "worst"
    label       = "Unhealthy tasks, of the worse target group"
    expression  = "MAX([FILL(blue_unhealthy, 0), FILL(green_unhealthy, 0)])"
    return_data = true
  }

  dynamic "metric_query" {
    for_each = { for id, query in local.metrics : id => query if query.metric == "UnHealthyHostCount" }

    content {
      id = metric_query.key

      metric {
        namespace   = "AWS/ApplicationELB"
        metric_name = metric_query.value.metric
        period      = 60
        stat        = metric_query.value.stat
        dimensions = {
          LoadBalancer = var.listen.load_balancer.arn_suffix
          TargetGroup  = aws_lb_target_group.this[metric_query.value.colour].arn_suffix
        }
      }
    }
  }
}
