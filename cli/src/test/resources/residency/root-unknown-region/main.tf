terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

provider "aws" {
  region                 = "af-west-9"
  skip_region_validation = true
}
resource "aws_sqs_queue" "q" {}
