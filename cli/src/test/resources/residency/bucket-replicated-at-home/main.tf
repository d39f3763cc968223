terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_s3_bucket" "a" {}
resource "aws_s3_bucket" "b" {}
resource "aws_s3_bucket_replication_configuration" "r" {
  bucket = aws_s3_bucket.a.id
  role   = aws_iam_role.r.arn
  rule {
    status = "Enabled"
    destination {
      bucket = aws_s3_bucket.b.arn
    }
  }
}
