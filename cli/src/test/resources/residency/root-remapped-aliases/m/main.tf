terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      configuration_aliases = [aws.primary, aws.standby]
    }
  }
}

resource "aws_sqs_queue" "primary" {
  provider = aws.primary
}

resource "aws_sqs_queue" "standby" {
  provider = aws.standby
}
