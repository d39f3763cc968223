locals {
  # Written from the name, not read from the bucket, so that a plan shows the whole policy.
  arn = "arn:${var.partition}:s3:::${var.name}"

  transport_statements = [
    {
      Sid       = "TlsOnly"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [local.arn, "${local.arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    },
    {
      Sid       = "Tls12OrNewer"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [local.arn, "${local.arn}/*"]
      Condition = { NumericLessThan = { "s3:TlsVersion" = "1.2" } }
    },
  ]

  # A put that says nothing gets the bucket's key; this refuses one that asks for encryption without a key of ours.
  encryption_statements = [for statement in [
    {
      Sid       = "OnlyKms"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:PutObject"
      Resource  = "${local.arn}/*"
      Condition = {
        Null            = { "s3:x-amz-server-side-encryption" = "false" }
        StringNotEquals = { "s3:x-amz-server-side-encryption" = "aws:kms" }
      }
    },
  ] : statement if var.delivered_by == null]

  # The service principal serves every region. af-south-1 is one of the regions (opened before August
  # 2022) that also know an account of Elastic Load Balancing, 098369216593; AWS calls that policy legacy
  # and recommends this one instead:
  # https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
  # The account id in the key keeps load balancers of other accounts out.
  delivery_statements = [for statement in [
    {
      Sid       = "LoadBalancerLogs"
      Effect    = "Allow"
      Principal = { Service = "logdelivery.elasticloadbalancing.amazonaws.com" }
      Action    = "s3:PutObject"
      Resource  = "${local.arn}/*/AWSLogs/${var.account_id}/*"
    },
  ] : statement if var.delivered_by == "load-balancer"]
}

resource "aws_s3_bucket_policy" "this" {
  bucket = aws_s3_bucket.this.id

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = concat(local.transport_statements, local.encryption_statements, local.delivery_statements)
  })

  depends_on = [aws_s3_bucket_public_access_block.this]
}
