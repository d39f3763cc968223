terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

provider "aws" {
  region                      = "af-south-1"
  access_key                  = "offline"
  secret_key                  = "offline"
  skip_credentials_validation = true
  skip_requesting_account_id  = true

  default_tags {
    tags = { environment = "test" }
  }
}

variable "gateway_token" {
  type      = string
  sensitive = true
  default   = "tok-7f3a9c"
}

data "aws_region" "current" {}

module "network" {
  source = "./network"
}

module "services_api" {
  source = "./service"
  token  = var.gateway_token
}

module "databases_main" {
  source = "./database"
}

output "region" {
  value = data.aws_region.current.name
}

output "token" {
  value     = var.gateway_token
  sensitive = true
}
