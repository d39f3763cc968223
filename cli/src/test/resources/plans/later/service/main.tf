variable "cluster" {
  type = string
}

resource "aws_ecs_service" "code_deploy" {
  name            = "api"
  cluster         = var.cluster
  task_definition = "api:1"
  desired_count   = 2

  deployment_controller {
    type = "CODE_DEPLOY"
  }
}
