terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_dlm_lifecycle_policy" "p" {
  description        = "p"
  execution_role_arn = "arn:aws:iam::111122223333:role/r"
  state              = "ENABLED"
  policy_details {
    resource_types = ["VOLUME"]
    target_tags    = { snapshot = "true" }
    schedule {
      name = "daily"
      create_rule {
        interval = 24
      }
      retain_rule {
        count = 7
      }
      cross_region_copy_rule {
        target    = "eu-west-2"
        encrypted = true
        retain_rule {
          interval      = 1
          interval_unit = "MONTHS"
        }
      }
    }
  }
}
