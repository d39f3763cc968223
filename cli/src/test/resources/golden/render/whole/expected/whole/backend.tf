# state
terraform {
  backend "s3" {
    bucket              = "tfstate-444455556666"
    key                 = "whole/terraform.tfstate"
    region              = "af-south-1"
    encrypt             = true
    kms_key_id          = "arn:aws:kms:af-south-1:444455556666:alias/tfstate-444455556666"
    allowed_account_ids = ["444455556666"]
    dynamodb_table      = "terraform-locks"
    use_lockfile        = true
  }
}
