# RDS refuses a read replica of an instance whose password RDS manages. With replicas the module therefore makes the
# password itself, at apply time and write-only: neither plan nor state ever holds it.
locals {
  owns_password    = var.replicas > 0
  password_version = 1
  password         = one([for secret in ephemeral.aws_secretsmanager_secret_version.master[*].secret_string : jsondecode(secret).password])

  # When the last replica goes, RDS makes its secret only while the change is applied, and the provider plans none. The
  # second argument is unknown while planning and null afterwards: so the plan waits for the secret and can't miss it.
  secret_arn = local.owns_password ? aws_secretsmanager_secret.master[0].arn : coalesce(
    one(aws_db_instance.this.master_user_secret[*].secret_arn), timestamp() == "" ? "" : null,
  )
}

resource "aws_secretsmanager_secret" "master" {
  count = local.owns_password ? 1 : 0

  name        = "${var.name}/master"
  description = "Master user of the database ${var.name}"
  kms_key_id  = var.secrets_kms_key_arn
  # A password is never lost, RDS can be given a new one; a secret that waits for its end would only keep its name from
  # the next one.
  recovery_window_in_days = 0
  tags                    = local.tags
}

resource "aws_secretsmanager_secret_version" "master" {
  count = local.owns_password ? 1 : 0

  secret_id = aws_secretsmanager_secret.master[0].id
  # Made anew by each run and used by the first: 128 bits from the system's source of secure randomness.
  secret_string_wo         = jsonencode({ username = var.username, password = uuid() })
  secret_string_wo_version = local.password_version
}

# The instance gets what the secret holds, not what this run made: if a run dies between the two, the next one still
# sets the password that applications read. timestamp() keeps the id unknown while planning, so that only apply opens
# the secret: otherwise a plan without network and refresh would end here.
ephemeral "aws_secretsmanager_secret_version" "master" {
  count = local.owns_password ? 1 : 0

  secret_id = substr(
    join("", [aws_secretsmanager_secret_version.master[0].secret_id, timestamp()]),
    0, length(aws_secretsmanager_secret_version.master[0].secret_id),
  )
}
