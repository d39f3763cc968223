# dns, services.*.listen
module "load_balancer" {
  source = "./modules/load-balancer"

  name                = "whole"
  domain              = "example.org"
  zone_id             = "Z0123456789ABC"
  hosts               = ["api.example.org"]
  deletion_protection = true

  vpc_id         = module.network.vpc_id
  vpc_cidr       = module.network.vpc_cidr
  subnet_ids     = values(module.network.public_subnet_ids)
  nat_public_ips = module.network.nat_public_ips

  log_bucket             = module.load_balancer_logs.name
  waf_rate_limit         = 10000
  waf_log_retention_days = 365
  kms_key_arn            = module.encryption.key_arns["logs"]
}

# Load balancers cannot write to a bucket with a key of ours, so this one has S3's own encryption.
module "load_balancer_logs" {
  source = "./modules/bucket"

  name             = "whole-lb-logs-444455556666"
  account_id       = "444455556666"
  partition        = "aws"
  delivered_by     = "load-balancer"
  data_classes     = ["operational", "personal"]
  retention_days   = 365
  old_version_days = 30

  encryption = {
    kms_key_arn = null
  }
}
