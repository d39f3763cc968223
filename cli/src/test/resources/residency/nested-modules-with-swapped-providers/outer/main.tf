terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      configuration_aliases = [aws.dr]
    }
  }
}

module "inner" {
  source = "./inner"
  providers = {
    aws = aws.dr
  }
}

resource "aws_sqs_queue" "foreign" {}
