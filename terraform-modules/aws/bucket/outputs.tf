output "arn" {
  description = "ARN of the bucket."
  value       = aws_s3_bucket.this.arn
}

output "kms_key_arn" {
  description = "Key that encrypts the objects; null with SSE-S3."
  value       = var.encryption.kms_key_arn
}

output "name" {
  description = "Name of the bucket."
  value       = aws_s3_bucket.this.bucket

  # A load balancer tries to write as soon as it is told the name.
  depends_on = [aws_s3_bucket_policy.this, aws_s3_bucket_server_side_encryption_configuration.this]
}
