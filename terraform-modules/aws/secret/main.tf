locals {
  roles = "arn:${var.partition}:iam::${var.account_id}:role"
}

# The value is never Terraform's: it is set from outside and appears in no plan and no state.
resource "aws_secretsmanager_secret" "this" {
  name                    = var.name
  description             = var.description
  kms_key_id              = var.kms_key_arn
  recovery_window_in_days = var.recovery_window_days

  tags = var.rotation == null ? {} : { rotate-every-days = tostring(var.rotation.days) }
}

# A deny, so that no identity policy of the account, however wide, opens the secret.
resource "aws_secretsmanager_secret_policy" "this" {
  secret_arn          = aws_secretsmanager_secret.this.arn
  block_public_policy = true

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "OnlyRolesOfThisEnvironment"
        Effect    = "Deny"
        Principal = "*"
        Action    = "secretsmanager:GetSecretValue"
        Resource  = "*"
        Condition = {
          ArnNotLike = {
            "aws:PrincipalArn" = concat(
              ["${local.roles}/${var.environment}/*"],
              [for role in sort(distinct(var.administrators)) : "${local.roles}/${role}"],
            )
          }
        }
      },
    ]
  })
}

resource "aws_secretsmanager_secret_rotation" "this" {
  count = try(var.rotation.function_arn, null) == null ? 0 : 1

  secret_id           = aws_secretsmanager_secret.this.id
  rotation_lambda_arn = var.rotation.function_arn

  # A new secret has no value yet, so there is nothing to rotate.
  rotate_immediately = false

  rotation_rules {
    automatically_after_days = var.rotation.days
  }

  depends_on = [aws_secretsmanager_secret_policy.this]
}
