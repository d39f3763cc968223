# state
terraform {
  backend "s3" {
    bucket              = "tfstate-111122223333"
    key                 = "least/terraform.tfstate"
    region              = "af-south-1"
    encrypt             = true
    kms_key_id          = "arn:aws:kms:af-south-1:111122223333:alias/tfstate-111122223333"
    allowed_account_ids = ["111122223333"]
    use_lockfile        = true
  }
}
