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
}

# renamed: a move and nothing else
module "databases_main" {
  source        = "./database"
  identifier    = "test-old"
  zone          = "af-south-1a"
  instance      = "db.m7g.large"
  password      = "correct-horse-battery"
  storage_class = "gp3"
}

moved {
  from = module.databases_old
  to   = module.databases_main
}

# another zone: replaced, and its data lost
module "databases_ledger" {
  source        = "./database"
  identifier    = "test-ledger"
  zone          = "af-south-1b"
  instance      = "db.m7g.large"
  password      = "a-new-password"
  storage_class = "gp3"
}

# another rollout strategy: another resource
resource "aws_ecs_cluster" "this" {
  name = "test"
  tags = { owner = "platform" }
}

module "services_api" {
  source  = "./service"
  cluster = aws_ecs_cluster.this.id
}
