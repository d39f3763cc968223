terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      configuration_aliases = [aws.dr]
    }
  }
}

resource "aws_s3_bucket" "a" {}
resource "aws_s3_bucket" "logs" {
  provider = aws.dr
}
resource "aws_s3_bucket_logging" "l" {
  bucket        = aws_s3_bucket.a.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "log/"
}
