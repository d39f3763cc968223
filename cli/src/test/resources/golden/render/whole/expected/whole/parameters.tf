# What applications look up in Systems Manager.
module "parameters" {
  source = "./modules/parameters"

  values = {
    "/whole/buckets/documents/name"          = module.buckets_documents.name
    "/whole/caches/sessions/address"         = module.caches_sessions.configuration_endpoint
    "/whole/caches/sessions/port"            = module.caches_sessions.port
    "/whole/databases/archive/address"       = module.databases_archive.address
    "/whole/databases/archive/name"          = module.databases_archive.database_name
    "/whole/databases/archive/port"          = module.databases_archive.port
    "/whole/databases/archive/secret-arn"    = module.databases_archive.secret_arn
    "/whole/databases/archive/username"      = module.databases_archive.username
    "/whole/databases/main/address"          = module.databases_primary.address
    "/whole/databases/main/name"             = module.databases_primary.database_name
    "/whole/databases/main/port"             = module.databases_primary.port
    "/whole/databases/main/reader-addresses" = join(",", module.databases_primary.reader_addresses)
    "/whole/databases/main/secret-arn"       = module.databases_primary.secret_arn
    "/whole/databases/main/username"         = module.databases_primary.username
    "/whole/secrets/paystack/arn"            = module.secrets_paystack.arn
    "/whole/secrets/plain/arn"               = module.secrets_plain.arn
    "/whole/secrets/signing/arn"             = module.secrets_signing.arn
    "/whole/services/api/url"                = "https://api.example.org"
    "/whole/services/ledger/url"             = "http://ledger:4000"
  }
}
