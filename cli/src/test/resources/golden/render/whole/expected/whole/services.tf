# services.api
module "services_api" {
  source = "./modules/service"

  environment    = "whole"
  name           = "whole-api"
  discovery_name = "api"
  account_id     = "444455556666"
  partition      = "aws"
  region         = "af-south-1"

  cluster_arn   = module.cluster.cluster_arn
  cluster_name  = module.cluster.cluster_name
  namespace_arn = module.cluster.namespace_arn
  vpc_id        = module.network.vpc_id
  subnet_ids    = values(module.network.private_subnet_ids)

  repository         = "cashtrace/api"
  image              = "${module.registry.repository_urls["cashtrace/api"]}:1.4.2"
  command            = []
  cpu                = 256
  memory             = 512
  capacity           = "on-demand"
  schedule           = null
  data_classes       = ["personal", "financial"]
  log_retention_days = 365
  logs_kms_key_arn   = module.encryption.key_arns["logs"]

  listen = {
    port = 3000
    load_balancer = {
      host              = "api.example.org"
      priority          = 2408
      arn_suffix        = module.load_balancer.arn_suffix
      listener_arn      = module.load_balancer.https_listener_arn
      test_listener_arn = module.load_balancer.test_listener_arn
      security_group_id = module.load_balancer.security_group_id
    }
  }
  health = {
    path      = "/health"
    command   = []
    interval  = 15
    timeout   = 5
    grace     = 30
    healthy   = 2
    unhealthy = 3
  }
  scaling = {
    min    = 1
    max    = 1
    cpu    = 60
    memory = 70
  }
  rollout = {
    strategy     = "canary"
    step_percent = 20
    wait_minutes = 10
  }

  environment_variables = {
    CACHE_HOST          = module.caches_sessions.configuration_endpoint
    CACHE_PORT          = module.caches_sessions.port
    CACHE_TLS           = "true"
    COMMENT             = "# // /* */"
    DATABASE_HOST       = module.databases_primary.address
    DATABASE_NAME       = module.databases_primary.database_name
    DATABASE_PORT       = module.databases_primary.port
    DATABASE_READ_HOSTS = join(",", module.databases_primary.reader_addresses)
    DATABASE_USERNAME   = module.databases_primary.username
    DOCUMENTS_BUCKET    = module.buckets_documents.name
    DOCUMENTS_REGION    = "af-south-1"
    LEDGER_URL          = "http://ledger:4000"
    LINES               = "first\nsecond\ttab"
    QUOTES              = "\"it's\" C:\\temp"
    TEMPLATE            = "{{ 1 + 1 }} $${var.x} %%{ if true } $$${y}"
    UNICODE             = "₦ naïve 😀 \u202E\u200B"
    "null"              = "true"
  }
  secrets = {
    DATABASE_PASSWORD = "${module.databases_primary.secret_arn}:password::"
    PAYSTACK_KEY      = module.secrets_paystack.arn
  }
  secret_arns  = [module.databases_primary.secret_arn, module.secrets_paystack.arn]
  kms_key_arns = [module.encryption.key_arns["secrets"]]
  buckets = {
    "buckets.documents" = {
      arn         = module.buckets_documents.arn
      kms_key_arn = module.buckets_documents.kms_key_arn
    }
  }
  connections = {
    "caches.sessions" = {
      port              = module.caches_sessions.port
      security_group_id = module.caches_sessions.security_group_id
    }
    "databases.main" = {
      port              = module.databases_primary.port
      security_group_id = module.databases_primary.security_group_id
    }
    "services.ledger" = {
      port              = 4000
      security_group_id = module.services_ledger.security_group_id
    }
  }
}

# services.digest
module "services_digest" {
  source = "./modules/service"

  environment    = "whole"
  name           = "whole-digest"
  discovery_name = "digest"
  account_id     = "444455556666"
  partition      = "aws"
  region         = "af-south-1"

  cluster_arn   = module.cluster.cluster_arn
  cluster_name  = module.cluster.cluster_name
  namespace_arn = module.cluster.namespace_arn
  vpc_id        = module.network.vpc_id
  subnet_ids    = values(module.network.private_subnet_ids)

  repository         = "cashtrace/worker"
  image              = "${module.registry.repository_urls["cashtrace/worker"]}:2.0.0-rc.1"
  command            = []
  cpu                = 256
  memory             = 512
  capacity           = "on-demand"
  schedule           = "cron(0 6 * * ? *)"
  data_classes       = ["personal"]
  log_retention_days = 90
  logs_kms_key_arn   = module.encryption.key_arns["logs"]

  listen  = null
  health  = null
  scaling = null
  rollout = null

  environment_variables = {}
  secrets               = {}
  secret_arns           = []
  kms_key_arns          = []
  buckets               = {}
  connections           = {}
}

# services.ledger
module "services_ledger" {
  source = "./modules/service"

  environment    = "whole"
  name           = "whole-ledger"
  discovery_name = "ledger"
  account_id     = "444455556666"
  partition      = "aws"
  region         = "af-south-1"

  cluster_arn   = module.cluster.cluster_arn
  cluster_name  = module.cluster.cluster_name
  namespace_arn = module.cluster.namespace_arn
  vpc_id        = module.network.vpc_id
  subnet_ids    = values(module.network.private_subnet_ids)

  repository         = "cashtrace/api"
  image              = "${module.registry.repository_urls["cashtrace/api"]}:1.4.2"
  command            = []
  cpu                = 256
  memory             = 512
  capacity           = "on-demand"
  schedule           = null
  data_classes       = ["financial"]
  log_retention_days = 365
  logs_kms_key_arn   = module.encryption.key_arns["logs"]

  listen = {
    port = 4000
  }
  health = {
    path      = "/health"
    command   = []
    interval  = 15
    timeout   = 5
    grace     = 30
    healthy   = 2
    unhealthy = 3
  }
  scaling = {
    min    = 1
    max    = 1
    cpu    = 60
    memory = 70
  }
  rollout = {
    strategy     = "rolling"
    step_percent = 10
    wait_minutes = 5
  }

  environment_variables = {}
  secrets               = {}
  secret_arns           = []
  kms_key_arns          = []
  buckets               = {}
  connections           = {}
}

# services.worker
module "services_worker" {
  source = "./modules/service"

  environment    = "whole"
  name           = "whole-worker"
  discovery_name = "worker"
  account_id     = "444455556666"
  partition      = "aws"
  region         = "af-south-1"

  cluster_arn   = module.cluster.cluster_arn
  cluster_name  = module.cluster.cluster_name
  namespace_arn = module.cluster.namespace_arn
  vpc_id        = module.network.vpc_id
  subnet_ids    = values(module.network.private_subnet_ids)

  repository         = "cashtrace/worker"
  image              = "${module.registry.repository_urls["cashtrace/worker"]}:2.0.0-rc.1"
  command            = ["node", "worker.js", "--queue=$${Q}"]
  cpu                = 1024
  memory             = 2048
  capacity           = "spot"
  schedule           = null
  data_classes       = ["operational"]
  log_retention_days = 365
  logs_kms_key_arn   = module.encryption.key_arns["logs"]

  listen = null
  health = {
    path      = "/health"
    command   = ["node", "healthcheck.js"]
    interval  = 30
    timeout   = 5
    grace     = 30
    healthy   = 2
    unhealthy = 3
  }
  scaling = {
    min    = 2
    max    = 10
    cpu    = 60
    memory = 70
  }
  rollout = {
    strategy     = "rolling"
    step_percent = 10
    wait_minutes = 5
  }

  environment_variables = {}
  secrets               = {}
  secret_arns           = []
  kms_key_arns          = []
  buckets               = {}
  connections           = {}
}
