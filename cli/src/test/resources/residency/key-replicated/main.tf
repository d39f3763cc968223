terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      configuration_aliases = [aws.dr]
    }
  }
}

resource "aws_kms_replica_key" "k" {
  provider        = aws.dr
  primary_key_arn = "arn:aws:kms:af-south-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab"
}
