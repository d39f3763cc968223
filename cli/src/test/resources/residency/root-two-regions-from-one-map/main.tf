terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

variable "regions" {
  default = { home = "af-south-1", far = "eu-west-1" }
}
provider "aws" {
  region = var.regions["home"]
}
resource "aws_sqs_queue" "q" {}
