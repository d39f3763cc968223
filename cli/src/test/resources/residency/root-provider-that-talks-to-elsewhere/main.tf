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
  endpoints {
    sqs = "https://sqs.eu-west-1.amazonaws.com"
  }
}
resource "aws_sqs_queue" "q" {}
