terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_efs_file_system" "f" {}
resource "aws_efs_replication_configuration" "r" {
  source_file_system_id = aws_efs_file_system.f.id
  destination {
    region = "eu-central-1"
  }
}
