mock_provider "aws" {}

variables {
  keep_images   = 50
  kms_key_arn   = "arn:aws:kms:af-south-1:444455556666:key/3f2504e0-4f89-11d3-9a0c-0305e82c3301"
  repositories  = ["cashtrace/api", "cashtrace/statements"]
  untagged_days = 7
}

run "keeps_images_unchangeable_scanned_and_encrypted" {
  command = plan

  assert {
    condition     = alltrue([for repository in aws_ecr_repository.this : repository.image_tag_mutability == "IMMUTABLE"])
    error_message = "a tag must not be moved to another image"
  }

  assert {
    condition     = alltrue([for repository in aws_ecr_repository.this : repository.image_scanning_configuration[0].scan_on_push])
    error_message = "each push must be scanned"
  }

  assert {
    condition     = alltrue([for repository in aws_ecr_repository.this : repository.encryption_configuration[0].encryption_type == "KMS" && repository.encryption_configuration[0].kms_key == var.kms_key_arn])
    error_message = "images must be encrypted with the given key"
  }

  assert {
    condition     = alltrue([for repository in aws_ecr_repository.this : !repository.force_delete])
    error_message = "a repository that holds images must not be deleted"
  }

  assert {
    condition     = alltrue([for policy in aws_ecr_lifecycle_policy.this : join(",", [for rule in jsondecode(policy.policy).rules : "${rule.selection.tagStatus}:${rule.selection.countNumber}"]) == "untagged:7,any:50"])
    error_message = "old images must go after the given days and number"
  }

  assert {
    condition     = join(",", keys(output.repository_urls)) == "cashtrace/api,cashtrace/statements" && join(",", keys(output.repository_arns)) == "cashtrace/api,cashtrace/statements"
    error_message = "outputs must be keyed by the name of the repository"
  }
}

run "rejects_values_outside_their_sets" {
  command = plan

  variables {
    keep_images   = 0
    kms_key_arn   = "alias/production-registry"
    repositories  = ["Cashtrace/API"]
    untagged_days = 1.5
  }

  expect_failures = [var.keep_images, var.kms_key_arn, var.repositories, var.untagged_days]
}

run "rejects_a_repository_name_that_aws_finds_too_long" {
  command = plan

  variables {
    repositories = [join("", [for index in range(257) : "a"])]
  }

  expect_failures = [var.repositories]
}
