locals {
  log_exports = ["postgresql", "upgrade"]
  log_groups = toset([
    for pair in setproduct(local.identifiers, local.log_exports) : "/aws/rds/instance/${pair[0]}/${pair[1]}"
  ])
}

resource "aws_cloudwatch_log_group" "this" {
  for_each = local.log_groups

  name              = each.key
  kms_key_id        = var.logs_kms_key_arn
  retention_in_days = var.log_retention_days
  tags              = local.tags
}

resource "aws_iam_role" "monitoring" {
  name        = "${var.name}-monitoring"
  path        = "/${var.environment}/"
  description = "Writes the operating system's metrics of ${var.name}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "monitoring.rds.amazonaws.com" }
      Condition = {
        StringEquals = { "aws:SourceAccount" = var.account_id }
        ArnEquals    = { "aws:SourceArn" = [for identifier in local.identifiers : "arn:${var.partition}:rds:${var.region}:${var.account_id}:db:${identifier}"] }
      }
    }]
  })
}

resource "aws_iam_role_policy" "monitoring" {
  name = "metrics"
  role = aws_iam_role.monitoring.id

  # RDS gives the log group its name, one for all instances of the account.
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["logs:CreateLogGroup", "logs:PutRetentionPolicy"]
        Resource = "arn:${var.partition}:logs:${var.region}:${var.account_id}:log-group:RDSOSMetrics"
      },
      {
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:GetLogEvents", "logs:PutLogEvents"]
        Resource = "arn:${var.partition}:logs:${var.region}:${var.account_id}:log-group:RDSOSMetrics:log-stream:*"
      },
    ]
  })
}
