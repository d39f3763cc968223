terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      configuration_aliases = [aws.dr]
    }
  }
}

resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_s3_bucket" "a" {
  for_each = toset(["one", "two"])
}
resource "aws_s3_bucket" "b" {
  for_each = toset(["one", "two"])
  provider = aws.dr
}
resource "aws_s3_bucket_replication_configuration" "r" {
  for_each = aws_s3_bucket.a
  bucket   = each.value.id
  role     = aws_iam_role.r.arn
  rule {
    status = "Enabled"
    destination {
      bucket = aws_s3_bucket.b[each.key].arn
    }
  }
}
