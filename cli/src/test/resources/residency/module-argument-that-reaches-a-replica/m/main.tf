terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

variable "to" {
  type = string
}

resource "aws_secretsmanager_secret" "s" {
  name = "s"
  replica {
    region = var.to
  }
}
