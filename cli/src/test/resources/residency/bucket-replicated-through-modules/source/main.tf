terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

variable "role" {
  type = string
}

variable "copies" {
  type = string
}

resource "aws_s3_bucket" "a" {}

resource "aws_s3_bucket_replication_configuration" "r" {
  bucket = aws_s3_bucket.a.id
  role   = var.role
  rule {
    status = "Enabled"
    destination {
      bucket = var.copies
    }
  }
}
