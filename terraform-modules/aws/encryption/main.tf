resource "aws_kms_key" "this" {
  for_each = var.purposes

  description             = each.value.description
  deletion_window_in_days = 30
  enable_key_rotation     = true

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      local.account_statements,
      local.service_statements[each.key],
      local.log_statements[each.key],
      local.session_statements[each.key],
    )
  })

  tags = { Name = "${var.environment}-${each.key}" }
}

resource "aws_kms_alias" "this" {
  for_each = var.purposes

  name          = "alias/${var.environment}-${each.key}"
  target_key_id = aws_kms_key.this[each.key].key_id
}
