locals {
  root = "arn:${var.partition}:iam::${var.account_id}:root"

  administration = [
    "kms:CancelKeyDeletion",
    "kms:CreateAlias",
    "kms:DeleteAlias",
    "kms:DisableKey",
    "kms:DisableKeyRotation",
    "kms:EnableKey",
    "kms:EnableKeyRotation",
    "kms:ListGrants",
    "kms:PutKeyPolicy",
    "kms:RevokeGrant",
    "kms:RotateKeyOnDemand",
    "kms:ScheduleKeyDeletion",
    "kms:TagResource",
    "kms:UntagResource",
    "kms:UpdateAlias",
    "kms:UpdateKeyDescription",
  ]

  # What everybody of the account may be given by IAM: to look at the key, so that a plan can read it.
  inspection = [
    "kms:DescribeKey",
    "kms:GetKeyPolicy",
    "kms:GetKeyRotationStatus",
    "kms:ListKeyPolicies",
    "kms:ListKeyRotations",
    "kms:ListResourceTags",
  ]

  use = [
    "kms:Decrypt",
    "kms:Encrypt",
    "kms:GenerateDataKey*",
    "kms:ReEncrypt*",
  ]

  # CloudWatch Logs calls KMS as itself, not on behalf of a caller: kms:ViaService never matches it.
  via_services = {
    for name, purpose in var.purposes : name => [
      for service in sort(setsubtract(purpose.services, ["logs"])) : "${service}.${var.region}.amazonaws.com"
    ]
  }

  account_statements = [
    {
      # aws:PrincipalType Account is the root user alone: the last way in when both roles are gone.
      Sid       = "RootUserKeepsTheKey"
      Effect    = "Allow"
      Principal = { AWS = local.root }
      Action    = concat(local.administration, local.inspection)
      Resource  = "*"
      Condition = { StringEquals = { "aws:PrincipalType" = "Account" } }
    },
    {
      Sid       = "Administrators"
      Effect    = "Allow"
      Principal = { AWS = [for role in sort(distinct(var.administrators)) : "arn:${var.partition}:iam::${var.account_id}:role/${role}"] }
      Action    = concat(local.administration, local.inspection)
      Resource  = "*"
    },
    {
      Sid       = "InspectionByIam"
      Effect    = "Allow"
      Principal = { AWS = local.root }
      Action    = local.inspection
      Resource  = "*"
    },
  ]

  service_statements = {
    for name, services in local.via_services : name => [for statement in [
      {
        Sid       = "UseThroughServices"
        Effect    = "Allow"
        Principal = { AWS = local.root }
        Action    = local.use
        Resource  = "*"
        Condition = { StringEquals = { "kms:CallerAccount" = var.account_id, "kms:ViaService" = services } }
      },
      {
        # A store keeps working with the key by a grant; nobody may give one to anything but AWS.
        Sid       = "GrantsForServices"
        Effect    = "Allow"
        Principal = { AWS = local.root }
        Action    = "kms:CreateGrant"
        Resource  = "*"
        Condition = {
          StringEquals = { "kms:CallerAccount" = var.account_id, "kms:ViaService" = services }
          Bool         = { "kms:GrantIsForAWSResource" = "true" }
        }
      },
    ] : statement if length(services) > 0]
  }

  log_statements = {
    for name, purpose in var.purposes : name => [for statement in [
      {
        Sid       = "CloudWatchLogs"
        Effect    = "Allow"
        Principal = { Service = "logs.${var.region}.amazonaws.com" }
        Action    = concat(local.use, ["kms:DescribeKey"])
        Resource  = "*"
        Condition = { ArnLike = { "kms:EncryptionContext:aws:logs:arn" = "arn:${var.partition}:logs:${var.region}:${var.account_id}:log-group:*" } }
      },
    ] : statement if contains(purpose.services, "logs")]
  }

  session_statements = {
    for name, purpose in var.purposes : name => [for statement in [
      {
        Sid       = "ExecSessions"
        Effect    = "Allow"
        Principal = { AWS = local.root }
        Action    = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource  = "*"
        Condition = {
          StringEquals = { "kms:CallerAccount" = var.account_id }
          Null         = { "kms:EncryptionContext:aws:ssm:SessionId" = "false" }
        }
      },
    ] : statement if purpose.sessions]
  }
}
