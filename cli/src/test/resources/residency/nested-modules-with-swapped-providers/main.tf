terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      configuration_aliases = [aws.dr]
    }
  }
}

module "outer" {
  source = "./outer"
  providers = {
    aws    = aws.dr
    aws.dr = aws
  }
}
