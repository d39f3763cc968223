# caches.sessions
module "caches_sessions" {
  source = "./modules/cache"

  name       = "whole-sessions"
  vpc_id     = module.network.vpc_id
  subnet_ids = values(module.network.data_subnet_ids)

  engine                  = "redis"
  engine_version          = "7.1"
  node_type               = "cache.t4g.small"
  shards                  = 2
  replicas                = 1
  snapshot_retention_days = 7
  data_classes            = ["personal"]

  kms_key_arn        = module.encryption.key_arns["caches"]
  logs_kms_key_arn   = module.encryption.key_arns["logs"]
  log_retention_days = 365
}
