# network
module "network" {
  source = "./modules/network"

  name                    = "least"
  account_id              = "111122223333"
  partition               = "aws"
  region                  = "af-south-1"
  zones                   = ["af-south-1a", "af-south-1b"]
  cidr                    = "10.1.0.0/16"
  egress                  = "single"
  interface_endpoints     = []
  flow_log_retention_days = 365
  kms_key_arn             = module.encryption.key_arns["logs"]
}
