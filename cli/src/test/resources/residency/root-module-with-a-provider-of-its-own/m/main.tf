variable "region" {
  type = string
}

provider "aws" {
  region                      = var.region
  access_key                  = "offline"
  secret_key                  = "offline"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

resource "aws_sqs_queue" "q" {}
