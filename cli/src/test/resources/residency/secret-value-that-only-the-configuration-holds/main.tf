terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_secretsmanager_secret" "s" {
  name = "s"
}
resource "aws_secretsmanager_secret_version" "v" {
  secret_id                = aws_secretsmanager_secret.s.id
  secret_string_wo         = "https://sqs.eu-west-1.amazonaws.com/111122223333/q"
  secret_string_wo_version = 1
}
