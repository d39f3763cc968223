# state
terraform {
  backend "s3" {
    bucket              = "tfstate-444455556666"
    key                 = "whole/terraform.tfstate"
    region              = "af-south-1"
    encrypt             = true
    allowed_account_ids = ["444455556666"]
    dynamodb_table      = "terraform-locks"
    use_lockfile        = true
  }
}
