terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_ecs_task_definition" "t" {
  family = "t"
  container_definitions = jsonencode([{
    name  = "app"
    image = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:1"
    logConfiguration = {
      logDriver = "awslogs"
      options   = { awslogs-group = "g", awslogs-region = "eu-west-2" }
    }
    environment = [{ name = "HOME", value = "af-south-1" }]
  }])
}
