terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      configuration_aliases = [aws.dr]
    }
  }
}

resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

module "replica" {
  source = "./replica"
  providers = {
    aws = aws.dr
  }
}
module "source" {
  source = "./source"
  role   = aws_iam_role.r.arn
  copies = module.replica.arn
}
