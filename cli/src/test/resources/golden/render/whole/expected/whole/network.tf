# network
module "network" {
  source = "./modules/network"

  name                    = "whole"
  account_id              = "444455556666"
  partition               = "aws"
  region                  = "af-south-1"
  zones                   = ["af-south-1a", "af-south-1b", "af-south-1c"]
  cidr                    = "10.2.0.0/16"
  egress                  = "per-zone"
  interface_endpoints     = ["ecr.api", "ecr.dkr", "kms", "logs", "secretsmanager", "ssm"]
  flow_log_retention_days = 365
  kms_key_arn             = module.encryption.key_arns["logs"]
}
