terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      configuration_aliases = [aws.dr]
    }
  }
}

resource "aws_backup_vault" "home" {
  name = "home"
}
resource "aws_backup_vault" "far" {
  provider = aws.dr
  name     = "far"
}
resource "aws_backup_plan" "p" {
  name = "p"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.home.name
    copy_action {
      destination_vault_arn = aws_backup_vault.far.arn
    }
  }
}
