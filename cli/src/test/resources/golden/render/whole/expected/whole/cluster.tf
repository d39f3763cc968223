# services
module "cluster" {
  source = "./modules/cluster"

  name               = "whole"
  namespace          = "whole"
  log_retention_days = 365
  kms_key_arn        = module.encryption.key_arns["logs"]
}
