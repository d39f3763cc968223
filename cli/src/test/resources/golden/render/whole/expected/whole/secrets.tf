# secrets.paystack
module "secrets_paystack" {
  source = "./modules/secret"

  environment    = "whole"
  name           = "whole/paystack"
  description    = "Key of the payment provider"
  account_id     = "444455556666"
  partition      = "aws"
  administrators = ["infra-apply", "infra-break-glass"]
  rotation = {
    days         = 30
    function_arn = null
  }
  recovery_window_days = 30
  kms_key_arn          = module.encryption.key_arns["secrets"]
}

# secrets.plain
module "secrets_plain" {
  source = "./modules/secret"

  environment          = "whole"
  name                 = "whole/plain"
  description          = ""
  account_id           = "444455556666"
  partition            = "aws"
  administrators       = ["infra-apply", "infra-break-glass"]
  rotation             = null
  recovery_window_days = 30
  kms_key_arn          = module.encryption.key_arns["secrets"]
}

# secrets.signing
module "secrets_signing" {
  source = "./modules/secret"

  environment    = "whole"
  name           = "whole/signing"
  description    = ""
  account_id     = "444455556666"
  partition      = "aws"
  administrators = ["infra-apply", "infra-break-glass"]
  rotation = {
    days         = 90
    function_arn = "arn:aws:lambda:af-south-1:444455556666:function:rotate"
  }
  recovery_window_days = 30
  kms_key_arn          = module.encryption.key_arns["secrets"]
}
