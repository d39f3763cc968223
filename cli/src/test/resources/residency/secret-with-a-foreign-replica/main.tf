terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_secretsmanager_secret" "s" {
  name = "s"
  replica {
    region = "eu-west-1"
  }
}
