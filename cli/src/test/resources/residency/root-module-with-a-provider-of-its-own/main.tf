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
module "m" {
  source = "./m"
  region = "eu-west-1"
}
resource "aws_sqs_queue" "home" {}
