# account.roles
module "encryption" {
  source = "./modules/encryption"

  environment    = "least"
  account_id     = "111122223333"
  partition      = "aws"
  region         = "af-south-1"
  administrators = ["infra-apply", "infra-break-glass"]

  purposes = {
    logs = {
      description = "Log groups and shell sessions"
      services    = ["logs"]
      sessions    = true
    }
  }
}
