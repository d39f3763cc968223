terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

variable "partner" {
  type = string
}

resource "aws_sqs_queue" "q" {}
