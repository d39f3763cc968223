terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

variable "partner" {
  type    = string
  default = "https://partner.s3.eu-west-2.amazonaws.com"
}
resource "aws_sqs_queue" "q" {}
resource "aws_lambda_function" "f" {
  function_name = "f"
  role          = "arn:aws:iam::111122223333:role/r"
  handler       = "index.handler"
  runtime       = "nodejs20.x"
  s3_bucket     = "code"
  s3_key        = "f.zip"
  environment {
    variables = {
      BOTH = "${aws_sqs_queue.q.url} ${var.partner}"
    }
  }
}
