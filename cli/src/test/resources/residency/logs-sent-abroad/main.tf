terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_cloudwatch_log_group" "g" {
  name = "g"
}
resource "aws_cloudwatch_log_subscription_filter" "f" {
  name            = "f"
  log_group_name  = aws_cloudwatch_log_group.g.name
  filter_pattern  = ""
  destination_arn = "arn:aws:logs:us-east-1:111122223333:destination:d"
}
