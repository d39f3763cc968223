# state
terraform {
  backend "s3" {
    bucket              = "tfstate-111122223333"
    key                 = "least/terraform.tfstate"
    region              = "af-south-1"
    encrypt             = true
    allowed_account_ids = ["111122223333"]
    use_lockfile        = true
  }
}
