terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

provider "aws" {
  region = "af-south-1"
}
provider "aws" {
  alias  = "far"
  region = "us-east-1"
}
module "a" {
  source = "./m"
  providers = {
    aws.primary = aws
    aws.standby = aws.far
  }
}
module "b" {
  source = "./m"
  providers = {
    aws.primary = aws.far
    aws.standby = aws
  }
}
