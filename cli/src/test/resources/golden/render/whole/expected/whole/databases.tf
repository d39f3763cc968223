# databases.archive
module "databases_archive" {
  source = "./modules/database"

  environment = "whole"
  name        = "whole-archive"
  account_id  = "444455556666"
  partition   = "aws"
  region      = "af-south-1"
  vpc_id      = module.network.vpc_id
  subnet_ids  = values(module.network.data_subnet_ids)

  database_name         = "archive"
  username              = "cashtrace"
  engine_version        = "16"
  instance_class        = "db.t4g.small"
  storage_gib           = 50
  storage_limit_gib     = null
  replicas              = 0
  multi_az              = false
  backup_retention_days = 30
  deletion_protection   = false
  data_classes          = ["financial"]

  kms_key_arn         = module.encryption.key_arns["databases"]
  secrets_kms_key_arn = module.encryption.key_arns["secrets"]
  logs_kms_key_arn    = module.encryption.key_arns["logs"]
  log_retention_days  = 365
}

# databases.primary
module "databases_primary" {
  source = "./modules/database"

  environment = "whole"
  name        = "whole-main"
  account_id  = "444455556666"
  partition   = "aws"
  region      = "af-south-1"
  vpc_id      = module.network.vpc_id
  subnet_ids  = values(module.network.data_subnet_ids)

  database_name         = "main"
  username              = "cashtrace"
  engine_version        = "16"
  instance_class        = "db.m7g.large"
  storage_gib           = 200
  storage_limit_gib     = 500
  replicas              = 2
  multi_az              = true
  backup_retention_days = 30
  deletion_protection   = true
  data_classes          = ["personal", "financial"]

  kms_key_arn         = module.encryption.key_arns["databases"]
  secrets_kms_key_arn = module.encryption.key_arns["secrets"]
  logs_kms_key_arn    = module.encryption.key_arns["logs"]
  log_retention_days  = 365
}
