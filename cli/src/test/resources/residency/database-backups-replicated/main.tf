terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      configuration_aliases = [aws.dr]
    }
  }
}

resource "aws_db_instance_automated_backups_replication" "r" {
  provider               = aws.dr
  source_db_instance_arn = "arn:aws:rds:af-south-1:111122223333:db:main"
}
