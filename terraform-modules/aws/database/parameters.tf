resource "aws_db_parameter_group" "this" {
  # The family is part of the name, so that a major upgrade makes the new group beside the old one.
  name        = "${var.name}-postgres${local.major}"
  description = "PostgreSQL ${local.major} parameters of ${var.name}"
  family      = "postgres${local.major}"
  tags        = local.tags

  dynamic "parameter" {
    for_each = {
      "rds.force_ssl"              = "1"
      "log_connections"            = "1"
      "log_disconnections"         = "1"
      "log_lock_waits"             = "1"
      "log_min_duration_statement" = "1000"
      "log_statement"              = "ddl"
      # Bound values are the customers' data; the log has no business with them.
      "log_parameter_max_length"          = "0"
      "log_parameter_max_length_on_error" = "0"
    }

    content {
      name  = parameter.key
      value = parameter.value
    }
  }

  lifecycle {
    create_before_destroy = true
  }
}
