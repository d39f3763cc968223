terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

provider "aws" {
  region = local.region
}

locals {
  region = "eu-west-1"
}
data "aws_region" "other" {
  name = "af-south-1"
}
resource "aws_sqs_queue" "q" {}
