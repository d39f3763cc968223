# buckets.documents
module "buckets_documents" {
  source = "./modules/bucket"

  name             = "whole-documents-444455556666"
  account_id       = "444455556666"
  partition        = "aws"
  delivered_by     = null
  data_classes     = ["personal"]
  retention_days   = 2555
  old_version_days = 90

  encryption = {
    kms_key_arn = module.encryption.key_arns["buckets"]
  }
}
