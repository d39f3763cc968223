output "address" {
  description = "Host name of the primary."
  value       = aws_db_instance.this.address
}

output "arn" {
  description = "ARN of the primary."
  value       = aws_db_instance.this.arn
}

output "database_name" {
  description = "Name of the PostgreSQL database."
  value       = aws_db_instance.this.db_name
}

output "identifier" {
  description = "RDS identifier of the primary."
  value       = aws_db_instance.this.identifier
}

output "port" {
  description = "Port of the primary and of every replica."
  value       = local.port
}

output "reader_addresses" {
  description = "Host names of the read replicas, in order; empty without replicas."
  value       = [for number in local.replicas : aws_db_instance.replica[number].address]
}

output "secret_arn" {
  description = "ARN of the secret with the keys username and password of the master user."
  value       = local.secret_arn
}

output "security_group_id" {
  description = "Security group of the database; it admits nobody until a service's rule does."
  value       = aws_security_group.this.id
}

output "username" {
  description = "Name of the master user."
  value       = aws_db_instance.this.username
}
