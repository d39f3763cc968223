# account.roles
module "encryption" {
  source = "./modules/encryption"

  environment    = "whole"
  account_id     = "444455556666"
  partition      = "aws"
  region         = "af-south-1"
  administrators = ["infra-apply", "infra-break-glass"]

  purposes = {
    buckets = {
      description = "Objects in buckets"
      services    = ["s3"]
    }
    caches = {
      description = "Caches and their snapshots"
      services    = ["elasticache"]
    }
    databases = {
      description = "Databases, their backups and their insights"
      services    = ["rds"]
    }
    logs = {
      description = "Log groups and shell sessions"
      services    = ["logs"]
      sessions    = true
    }
    registry = {
      description = "Images"
      services    = ["ecr"]
    }
    secrets = {
      description = "Secrets and master passwords"
      services    = ["secretsmanager"]
    }
  }
}
