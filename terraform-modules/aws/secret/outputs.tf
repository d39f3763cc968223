output "arn" {
  description = "ARN of the secret."
  value       = aws_secretsmanager_secret.this.arn

  # Nobody gets to know the secret before it is closed.
  depends_on = [aws_secretsmanager_secret_policy.this]
}

output "name" {
  description = "Name of the secret."
  value       = aws_secretsmanager_secret.this.name
}
