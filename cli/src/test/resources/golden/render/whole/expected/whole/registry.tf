# services.*.image
module "registry" {
  source = "./modules/registry"

  repositories  = ["cashtrace/api", "cashtrace/worker"]
  keep_images   = 50
  untagged_days = 14
  kms_key_arn   = module.encryption.key_arns["registry"]
}
