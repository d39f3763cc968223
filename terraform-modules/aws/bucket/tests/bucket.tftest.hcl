mock_provider "aws" {}

variables {
  account_id       = "444455556666"
  data_classes     = ["personal", "financial"]
  delivered_by     = null
  encryption       = { kms_key_arn = "arn:aws:kms:af-south-1:444455556666:key/3f2504e0-4f89-11d3-9a0c-0305e82c3301" }
  name             = "production-documents-444455556666"
  old_version_days = 90
  partition        = "aws"
  retention_days   = 2555
}

run "closes_encrypts_and_versions_the_bucket" {
  command = plan

  assert {
    condition = alltrue([
      aws_s3_bucket_public_access_block.this.block_public_acls, aws_s3_bucket_public_access_block.this.block_public_policy,
      aws_s3_bucket_public_access_block.this.ignore_public_acls, aws_s3_bucket_public_access_block.this.restrict_public_buckets,
    ])
    error_message = "public access must be blocked in all four ways"
  }

  assert {
    condition     = aws_s3_bucket_ownership_controls.this.rule[0].object_ownership == "BucketOwnerEnforced"
    error_message = "access control lists must be off"
  }

  assert {
    condition     = aws_s3_bucket_versioning.this.versioning_configuration[0].status == "Enabled" && !aws_s3_bucket.this.force_destroy
    error_message = "objects must be versioned and never go with the bucket"
  }

  assert {
    condition = alltrue([
      for rule in aws_s3_bucket_server_side_encryption_configuration.this.rule : rule.bucket_key_enabled
      && rule.apply_server_side_encryption_by_default[0].sse_algorithm == "aws:kms"
      && rule.apply_server_side_encryption_by_default[0].kms_master_key_id == var.encryption.kms_key_arn
    ])
    error_message = "objects must be encrypted with the given key through a bucket key"
  }

  assert {
    condition     = join(",", [for statement in jsondecode(aws_s3_bucket_policy.this.policy).Statement : "${statement.Effect} ${statement.Sid}"]) == "Deny TlsOnly,Deny Tls12OrNewer,Deny OnlyKms"
    error_message = "the policy must deny plain connections and other encryption, and allow nobody"
  }

  assert {
    condition     = jsondecode(aws_s3_bucket_policy.this.policy).Statement[0].Condition.Bool["aws:SecureTransport"] == "false" && length(jsondecode(aws_s3_bucket_policy.this.policy).Statement[0].Resource) == 2
    error_message = "plain connections must be denied to the bucket and its objects"
  }

  assert {
    condition     = aws_s3_bucket_lifecycle_configuration.this.rule[0].expiration[0].days == 2555 && aws_s3_bucket_lifecycle_configuration.this.rule[0].noncurrent_version_expiration[0].noncurrent_days == 90 && aws_s3_bucket_lifecycle_configuration.this.rule[0].abort_incomplete_multipart_upload[0].days_after_initiation == 7
    error_message = "objects, old versions and broken uploads must all come to an end"
  }

  assert {
    condition     = aws_s3_bucket_lifecycle_configuration.this.rule[1].expiration[0].expired_object_delete_marker
    error_message = "the markers of deleted objects must go"
  }

  assert {
    condition     = aws_s3_bucket.this.tags["data-class"] == "personal+financial"
    error_message = "the bucket must say which data it holds"
  }
}

run "lets_load_balancers_of_the_account_deliver_logs_under_sse_s3" {
  command = plan

  variables {
    delivered_by = "load-balancer"
    encryption   = { kms_key_arn = null }
  }

  assert {
    condition     = alltrue([for rule in aws_s3_bucket_server_side_encryption_configuration.this.rule : rule.apply_server_side_encryption_by_default[0].sse_algorithm == "AES256" && !rule.bucket_key_enabled])
    error_message = "delivered logs must be encrypted by S3"
  }

  assert {
    condition     = join(",", [for statement in jsondecode(aws_s3_bucket_policy.this.policy).Statement : "${statement.Effect} ${statement.Sid}"]) == "Deny TlsOnly,Deny Tls12OrNewer,Allow LoadBalancerLogs"
    error_message = "the policy must allow the delivery of logs and nothing else"
  }

  assert {
    condition     = jsondecode(aws_s3_bucket_policy.this.policy).Statement[2].Principal.Service == "logdelivery.elasticloadbalancing.amazonaws.com" && jsondecode(aws_s3_bucket_policy.this.policy).Statement[2].Action == "s3:PutObject" && jsondecode(aws_s3_bucket_policy.this.policy).Statement[2].Resource == "arn:aws:s3:::production-documents-444455556666/*/AWSLogs/444455556666/*"
    error_message = "only load balancers of the account may write, and only logs"
  }
}

run "rejects_values_outside_their_sets" {
  command = plan

  variables {
    account_id       = "4444"
    data_classes     = ["secret"]
    encryption       = { kms_key_arn = "alias/production-buckets" }
    name             = "Documents"
    old_version_days = 0
    partition        = "aws-eu"
    retention_days   = 1.5
  }

  expect_failures = [
    var.account_id, var.data_classes, var.encryption, var.name, var.old_version_days, var.partition,
    var.retention_days,
  ]
}

run "rejects_an_unknown_delivery_and_a_name_that_looks_like_an_address" {
  command = plan

  variables {
    delivered_by = "cloudfront"
    name         = "10.40.0.1"
  }

  expect_failures = [var.delivered_by, var.name]
}

run "rejects_sse_s3_for_a_bucket_of_the_application" {
  command = plan

  variables {
    encryption = { kms_key_arn = null }
    name       = "a1234567890123456789012345678901234567890123456789012345678901234"
  }

  expect_failures = [var.encryption, var.name]
}

run "rejects_a_key_for_the_logs_of_load_balancers" {
  command = plan

  variables {
    delivered_by = "load-balancer"
  }

  expect_failures = [var.encryption]
}
