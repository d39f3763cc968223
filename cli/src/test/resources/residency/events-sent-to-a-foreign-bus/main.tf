terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_cloudwatch_event_rule" "r" {
  name          = "r"
  event_pattern = jsonencode({ source = ["app"] })
}
resource "aws_cloudwatch_event_target" "t" {
  rule     = aws_cloudwatch_event_rule.r.name
  arn      = "arn:aws:events:eu-west-1:111122223333:event-bus/far"
  role_arn = "arn:aws:iam::111122223333:role/r"
}
