terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

locals {
  region = "af-south-1"
}
provider "aws" {
  region = local.region
}
resource "aws_sqs_queue" "q" {}
