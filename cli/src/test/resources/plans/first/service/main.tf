variable "token" {
  type = string
}

resource "aws_ecs_cluster" "this" {
  name = "test"
}

resource "aws_ecs_task_definition" "this" {
  family                   = "api"
  cpu                      = 512
  memory                   = 1024
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  container_definitions = jsonencode([{
    name  = "api"
    image = "example/api:1"
    environment = [
      { name = "LOG_LEVEL", value = "info" },
      { name = "PAYMENT_PASSWORD", value = "pay-me-now" },
    ]
  }])
}

resource "aws_ecs_service" "this" {
  name            = "api"
  cluster         = aws_ecs_cluster.this.id
  task_definition = aws_ecs_task_definition.this.arn
  desired_count   = 3

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }
}

resource "aws_appautoscaling_target" "this" {
  service_namespace  = "ecs"
  resource_id        = "service/test/api"
  scalable_dimension = "ecs:service:DesiredCount"
  min_capacity       = 3
  max_capacity       = 30
}

resource "aws_ssm_parameter" "token" {
  name  = "/test/api/gateway"
  type  = "SecureString"
  value = var.token
}
