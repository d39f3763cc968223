terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_lambda_function" "f" {
  function_name = "f"
  role          = "arn:aws:iam::111122223333:role/r"
  handler       = "index.handler"
  runtime       = "nodejs20.x"
  s3_bucket     = "code"
  s3_key        = "f.zip"
  environment {
    variables = {
      HOOK = "https://hooks.slack.com/services/T0/B0/x"
    }
  }
}
