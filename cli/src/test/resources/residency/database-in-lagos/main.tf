terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_db_instance" "main" {
  allocated_storage = 20
  engine            = "postgres"
  instance_class    = "db.t4g.micro"
  username          = "u"
  password          = "correct-horse-battery"
  availability_zone = "af-south-1-los-1a"
}
