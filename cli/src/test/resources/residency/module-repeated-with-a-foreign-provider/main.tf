terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      configuration_aliases = [aws.dr]
    }
  }
}

module "copies" {
  source   = "./copies"
  for_each = toset(["one", "two words"])
  providers = {
    aws = aws.dr
  }
}
