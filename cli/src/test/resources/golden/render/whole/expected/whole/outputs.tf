output "network" {
  description = "The VPC, and the addresses from which it calls out."
  value = {
    vpc_id         = module.network.vpc_id
    nat_public_ips = module.network.nat_public_ips
  }
}

output "cluster" {
  description = "The cluster, and where its images come from."
  value = {
    cluster_name    = module.cluster.cluster_name
    cluster_arn     = module.cluster.cluster_arn
    repository_urls = module.registry.repository_urls
  }
}

output "load_balancer" {
  description = "The load balancer of the public hosts."
  value = {
    dns_name        = module.load_balancer.dns_name
    zone_id         = module.load_balancer.zone_id
    certificate_arn = module.load_balancer.certificate_arn
  }
}

output "services" {
  description = "The services by their keys."
  value = {
    api = {
      task_definition_family = module.services_api.task_definition_family
      log_group_name         = module.services_api.log_group_name
      service_name           = module.services_api.service_name
      target_group_arn       = module.services_api.target_group_arn
      code_deploy_app_name   = module.services_api.code_deploy_app_name
      code_deploy_group_name = module.services_api.code_deploy_group_name
      url                    = "https://api.example.org"
    }
    digest = {
      task_definition_family = module.services_digest.task_definition_family
      log_group_name         = module.services_digest.log_group_name
      schedule_name          = module.services_digest.schedule_name
    }
    ledger = {
      task_definition_family = module.services_ledger.task_definition_family
      log_group_name         = module.services_ledger.log_group_name
      service_name           = module.services_ledger.service_name
      url                    = "http://ledger:4000"
    }
    worker = {
      task_definition_family = module.services_worker.task_definition_family
      log_group_name         = module.services_worker.log_group_name
      service_name           = module.services_worker.service_name
    }
  }
}

output "databases" {
  description = "The databases by their keys."
  value = {
    archive = {
      identifier       = module.databases_archive.identifier
      address          = module.databases_archive.address
      reader_addresses = module.databases_archive.reader_addresses
      port             = module.databases_archive.port
      database_name    = module.databases_archive.database_name
      username         = module.databases_archive.username
      secret_arn       = module.databases_archive.secret_arn
    }
    primary = {
      identifier       = module.databases_primary.identifier
      address          = module.databases_primary.address
      reader_addresses = module.databases_primary.reader_addresses
      port             = module.databases_primary.port
      database_name    = module.databases_primary.database_name
      username         = module.databases_primary.username
      secret_arn       = module.databases_primary.secret_arn
    }
  }
}

output "caches" {
  description = "The caches by their keys."
  value = {
    sessions = {
      identifier             = module.caches_sessions.identifier
      configuration_endpoint = module.caches_sessions.configuration_endpoint
      port                   = module.caches_sessions.port
    }
  }
}

output "buckets" {
  description = "The buckets by their keys."
  value = {
    documents = {
      name        = module.buckets_documents.name
      arn         = module.buckets_documents.arn
      kms_key_arn = module.buckets_documents.kms_key_arn
    }
  }
}

output "secrets" {
  description = "The secrets by their keys."
  value = {
    paystack = {
      name = module.secrets_paystack.name
      arn  = module.secrets_paystack.arn
    }
    plain = {
      name = module.secrets_plain.name
      arn  = module.secrets_plain.arn
    }
    signing = {
      name = module.secrets_signing.name
      arn  = module.secrets_signing.arn
    }
  }
}
