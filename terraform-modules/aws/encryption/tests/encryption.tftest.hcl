mock_provider "aws" {}

variables {
  account_id     = "444455556666"
  administrators = ["infra-apply", "infra-break-glass"]
  environment    = "production"
  partition      = "aws"
  purposes = {
    databases = { description = "Databases of production", services = ["rds"] }
    logs      = { description = "Logs of production", services = ["logs"], sessions = true }
    shared    = { description = "Two services", services = ["s3", "logs", "elasticache"] }
  }
  region = "af-south-1"
}

run "rotates_keys_and_lets_nobody_in_but_by_their_services" {
  command = plan

  assert {
    condition     = alltrue([for key in aws_kms_key.this : key.enable_key_rotation && key.deletion_window_in_days == 30])
    error_message = "every key must rotate and survive its deletion for 30 days"
  }

  assert {
    condition     = aws_kms_alias.this["databases"].name == "alias/production-databases"
    error_message = "the alias must name environment and purpose"
  }

  assert {
    condition     = join(",", [for statement in jsondecode(aws_kms_key.this["databases"].policy).Statement : statement.Sid]) == "RootUserKeepsTheKey,Administrators,InspectionByIam,UseThroughServices,GrantsForServices"
    error_message = "a store's key must have no statement but those of administration, inspection and its services"
  }

  assert {
    condition     = join(",", [for statement in jsondecode(aws_kms_key.this["logs"].policy).Statement : statement.Sid]) == "RootUserKeepsTheKey,Administrators,InspectionByIam,CloudWatchLogs,ExecSessions"
    error_message = "the key of logs must admit CloudWatch Logs and sessions, and no service on behalf of a caller"
  }

  assert {
    condition     = join(",", flatten([for statement in jsondecode(aws_kms_key.this["shared"].policy).Statement : statement.Condition.StringEquals["kms:ViaService"] if contains(["UseThroughServices"], statement.Sid)])) == "elasticache.af-south-1.amazonaws.com,s3.af-south-1.amazonaws.com"
    error_message = "use must be bound to the hosts of the named services in the region"
  }

  assert {
    condition = alltrue(flatten([
      for key in aws_kms_key.this : [
        for statement in jsondecode(key.policy).Statement :
        statement.Condition.StringEquals["kms:CallerAccount"] == "444455556666"
        if contains(["UseThroughServices", "GrantsForServices", "ExecSessions"], statement.Sid)
      ]
    ]))
    error_message = "use must be bound to this account"
  }

  assert {
    condition = alltrue(flatten([
      for key in aws_kms_key.this : [
        for statement in jsondecode(key.policy).Statement : statement.Condition.Bool["kms:GrantIsForAWSResource"] == "true" if statement.Sid == "GrantsForServices"
      ]
    ]))
    error_message = "grants must be for AWS services only"
  }

  assert {
    condition     = one([for statement in jsondecode(aws_kms_key.this["logs"].policy).Statement : statement.Condition.ArnLike["kms:EncryptionContext:aws:logs:arn"] if statement.Sid == "CloudWatchLogs"]) == "arn:aws:logs:af-south-1:444455556666:log-group:*"
    error_message = "CloudWatch Logs may use the key for log groups of this account and region only"
  }

  assert {
    condition     = one([for statement in jsondecode(aws_kms_key.this["logs"].policy).Statement : statement.Condition.Null["kms:EncryptionContext:aws:ssm:SessionId"] if statement.Sid == "ExecSessions"]) == "false"
    error_message = "direct use must be bound to a session"
  }

  assert {
    condition     = one([for statement in jsondecode(aws_kms_key.this["databases"].policy).Statement : statement.Condition.StringEquals["aws:PrincipalType"] if statement.Sid == "RootUserKeepsTheKey"]) == "Account"
    error_message = "administration by the account must be bound to its root user"
  }

  assert {
    condition     = join(",", one([for statement in jsondecode(aws_kms_key.this["databases"].policy).Statement : statement.Principal.AWS if statement.Sid == "Administrators"])) == "arn:aws:iam::444455556666:role/infra-apply,arn:aws:iam::444455556666:role/infra-break-glass"
    error_message = "the apply role and the break-glass role must administer the key"
  }

  assert {
    condition = length(setintersection(
      flatten([for statement in jsondecode(aws_kms_key.this["databases"].policy).Statement : statement.Action if contains(["RootUserKeepsTheKey", "Administrators", "InspectionByIam"], statement.Sid)]),
      ["kms:*", "kms:Decrypt", "kms:Encrypt", "kms:CreateGrant", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
    )) == 0
    error_message = "nobody who administers or inspects a key may use it"
  }
}

run "rejects_values_outside_their_sets" {
  command = plan

  variables {
    account_id     = "4444"
    administrators = []
    environment    = "Production"
    partition      = "aws-eu"
    purposes       = { "Data Bases" = { description = "x", services = ["rds"] } }
    region         = "cape-town"
  }

  expect_failures = [var.account_id, var.administrators, var.environment, var.partition, var.purposes, var.region]
}

run "rejects_a_purpose_without_a_service_and_a_role_named_by_path" {
  command = plan

  variables {
    administrators = ["team/infra-apply"]
    purposes       = { databases = { description = "x", services = [] } }
  }

  expect_failures = [var.administrators, var.purposes]
}
