terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_s3_bucket" "b" {
  provisioner "local-exec" {
    command = "aws s3 sync . s3://x --region eu-west-3"
  }
}
