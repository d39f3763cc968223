terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_ebs_volume" "v" {
  availability_zone = "af-south-1-los-1a"
  size              = 10
}
