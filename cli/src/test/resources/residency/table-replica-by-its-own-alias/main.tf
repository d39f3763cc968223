terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      configuration_aliases = [aws.dr]
    }
  }
}

resource "aws_dynamodb_table_replica" "t" {
  provider         = aws.dr
  global_table_arn = "arn:aws:dynamodb:af-south-1:111122223333:table/t"
}
