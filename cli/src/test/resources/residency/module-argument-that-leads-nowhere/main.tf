terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

module "m" {
  source  = "./m"
  partner = "https://partner.s3.eu-west-2.amazonaws.com"
}
