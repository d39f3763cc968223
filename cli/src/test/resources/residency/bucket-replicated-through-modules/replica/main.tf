terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_s3_bucket" "b" {}

output "arn" {
  value = aws_s3_bucket.b.arn
}
