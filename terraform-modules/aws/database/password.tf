# RDS refuses a read replica of an instance whose password RDS manages. With replicas the module therefore makes the
# password itself, at apply time and write-only: neither plan nor state ever holds it.
locals {
  owns_password    = var.replicas > 0
  password_version = 1
  password         = one([for secret in ephemeral.aws_secretsmanager_secret_version.master[*].secret_string : jsondecode(secret).password])
}

resource "aws_secretsmanager_secret" "master" {
  count = local.owns_password ? 1 : 0

  name        = "${var.name}/master"
  description = "Master user of the database ${var.name}"
  kms_key_id  = var.secrets_kms_key_arn
  # The secret of a database that may be deleted goes with it, so that its name is free for the next one.
  recovery_window_in_days = var.deletion_protection ? 30 : 0
  tags                    = local.tags
}

resource "aws_secretsmanager_secret_version" "master" {
  count = local.owns_password ? 1 : 0

  secret_id = aws_secretsmanager_secret.master[0].id
  # uuid() is drawn from the system's source of secure randomness while applying: 122 random bits.
  secret_string_wo         = jsonencode({ username = var.username, password = uuid() })
  secret_string_wo_version = local.password_version
}

# The instance gets what the secret holds, not what this run made: if a run dies between the two, the next one still
# sets the password that applications read. timestamp() keeps the id unknown while planning, so that only apply ever
# reads the secret and the role that plans needs no access to it.
ephemeral "aws_secretsmanager_secret_version" "master" {
  count = local.owns_password ? 1 : 0

  secret_id = substr(
    join("", [aws_secretsmanager_secret_version.master[0].secret_id, timestamp()]),
    0, length(aws_secretsmanager_secret_version.master[0].secret_id),
  )
}
