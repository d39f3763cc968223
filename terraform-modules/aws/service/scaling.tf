resource "aws_appautoscaling_target" "this" {
  count = local.scheduled ? 0 : 1

  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${var.cluster_name}/${one(concat(aws_ecs_service.this[*].name, aws_ecs_service.code_deploy[*].name))}"
  min_capacity       = var.scaling.min
  max_capacity       = var.scaling.max
}

resource "aws_appautoscaling_policy" "this" {
  for_each = local.scheduled ? {} : {
    cpu    = { metric = "ECSServiceAverageCPUUtilization", target = var.scaling.cpu }
    memory = { metric = "ECSServiceAverageMemoryUtilization", target = var.scaling.memory }
  }

  name               = "${var.name}-${each.key}"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.this[0].service_namespace
  scalable_dimension = aws_appautoscaling_target.this[0].scalable_dimension
  resource_id        = aws_appautoscaling_target.this[0].resource_id

  target_tracking_scaling_policy_configuration {
    target_value = each.value.target
    # Quick to add tasks when users come, slow to take them away.
    scale_out_cooldown = 60
    scale_in_cooldown  = 300

    predefined_metric_specification {
      predefined_metric_type = each.value.metric
    }
  }
}
