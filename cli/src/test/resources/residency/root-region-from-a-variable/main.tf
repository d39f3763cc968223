terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

variable "region" {
  default = "eu-west-1"
}
provider "aws" {
  region = var.region
}
resource "aws_sqs_queue" "q" {}
