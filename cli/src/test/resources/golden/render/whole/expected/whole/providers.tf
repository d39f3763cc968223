# place, account, tags
provider "aws" {
  region              = "af-south-1"
  allowed_account_ids = ["444455556666"]

  default_tags {
    tags = {
      cost-centre  = "cc-1"
      environment  = "whole"
      managed-by   = "cashtrace-infra"
      owner        = "platform"
      "team: name" = "R+D @ home"
      tier         = "production"
    }
  }
}

# Proves in every plan where the provider works.
data "aws_region" "default" {
  lifecycle {
    postcondition {
      condition     = self.name == "af-south-1"
      error_message = "The provider works in another region than place.region of the spec."
    }
  }
}
