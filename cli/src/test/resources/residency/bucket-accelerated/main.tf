terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_s3_bucket" "a" {}
resource "aws_s3_bucket_accelerate_configuration" "a" {
  bucket = aws_s3_bucket.a.id
  status = "Enabled"
}
