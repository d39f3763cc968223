terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      configuration_aliases = [aws.dr]
    }
  }
}

resource "aws_db_instance" "main" {
  allocated_storage = 20
  engine            = "postgres"
  instance_class    = "db.t4g.micro"
  username          = "u"
  password          = "correct-horse-battery"
  tags              = { data-class = "personal+financial" }
}
resource "aws_db_instance" "copy" {
  provider            = aws.dr
  instance_class      = "db.t4g.micro"
  replicate_source_db = aws_db_instance.main.arn
}
