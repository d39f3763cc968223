terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      configuration_aliases = [aws.dr]
    }
  }
}

resource "aws_ebs_snapshot_copy" "c" {
  provider           = aws.dr
  source_region      = "af-south-1"
  source_snapshot_id = "snap-0123456789abcdef0"
}
