mock_provider "aws" {}

variables {
  account_id           = "444455556666"
  administrators       = ["infra-break-glass", "infra-apply"]
  description          = "Key of the payment provider"
  environment          = "production"
  kms_key_arn          = "arn:aws:kms:af-south-1:444455556666:key/3f2504e0-4f89-11d3-9a0c-0305e82c3301"
  name                 = "production/paystack"
  partition            = "aws"
  recovery_window_days = 30
  rotation             = { days = 30, function_arn = null }
}

run "opens_to_the_roles_of_its_environment_only" {
  command = plan

  assert {
    condition     = aws_secretsmanager_secret.this.kms_key_id == var.kms_key_arn && aws_secretsmanager_secret.this.recovery_window_in_days == 30
    error_message = "the secret must be encrypted with the given key and recoverable"
  }

  assert {
    condition     = aws_secretsmanager_secret_policy.this.block_public_policy && length(jsondecode(aws_secretsmanager_secret_policy.this.policy).Statement) == 1
    error_message = "the policy must be checked against public access and say one thing"
  }

  assert {
    condition     = jsondecode(aws_secretsmanager_secret_policy.this.policy).Statement[0].Effect == "Deny" && jsondecode(aws_secretsmanager_secret_policy.this.policy).Statement[0].Principal == "*" && jsondecode(aws_secretsmanager_secret_policy.this.policy).Statement[0].Action == "secretsmanager:GetSecretValue"
    error_message = "reading the value must be denied to everybody who is not named"
  }

  assert {
    condition = join(",", jsondecode(aws_secretsmanager_secret_policy.this.policy).Statement[0].Condition.ArnNotLike["aws:PrincipalArn"]) == join(",", [
      "arn:aws:iam::444455556666:role/production/*",
      "arn:aws:iam::444455556666:role/infra-apply",
      "arn:aws:iam::444455556666:role/infra-break-glass",
    ])
    error_message = "the roles of the environment and the administrators must be named, and nobody else"
  }

  assert {
    condition     = aws_secretsmanager_secret.this.tags["rotate-every-days"] == "30" && length(aws_secretsmanager_secret_rotation.this) == 0
    error_message = "without a function the secret must only carry the reminder"
  }
}

run "rotates_by_the_function_that_is_named" {
  command = plan

  variables {
    rotation = { days = 90, function_arn = "arn:aws:lambda:af-south-1:444455556666:function:rotate" }
  }

  assert {
    condition     = aws_secretsmanager_secret_rotation.this[0].rotation_lambda_arn == "arn:aws:lambda:af-south-1:444455556666:function:rotate" && aws_secretsmanager_secret_rotation.this[0].rotation_rules[0].automatically_after_days == 90
    error_message = "the function must rotate the secret as often as asked"
  }

  assert {
    condition     = !aws_secretsmanager_secret_rotation.this[0].rotate_immediately
    error_message = "a secret without a value must not be rotated at once"
  }
}

run "leaves_a_value_that_never_changes_alone" {
  command = plan

  variables {
    rotation = null
  }

  assert {
    condition     = length(aws_secretsmanager_secret_rotation.this) == 0 && length(aws_secretsmanager_secret.this.tags) == 0
    error_message = "without rotation there must be neither a function nor a reminder"
  }
}

run "rejects_values_outside_their_sets" {
  command = plan

  variables {
    account_id           = "4444"
    administrators       = []
    description          = join("", [for index in range(683) : "aaa"])
    environment          = "Production"
    kms_key_arn          = "alias/production-secrets"
    name                 = "production paystack"
    partition            = "aws-eu"
    recovery_window_days = 6
    rotation             = { days = 0, function_arn = null }
  }

  expect_failures = [
    var.account_id, var.administrators, var.description, var.environment, var.kms_key_arn, var.name,
    var.partition, var.recovery_window_days, var.rotation,
  ]
}

run "rejects_a_function_that_is_no_lambda_and_a_name_that_aws_finds_too_long" {
  command = plan

  variables {
    name     = join("", [for index in range(513) : "a"])
    rotation = { days = 30, function_arn = "rotate" }
  }

  expect_failures = [var.name, var.rotation]
}
