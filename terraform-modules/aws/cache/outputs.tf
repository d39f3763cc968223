output "arn" {
  description = "ARN of the replication group."
  value       = aws_elasticache_replication_group.this.arn
}

output "configuration_endpoint" {
  description = "Host name at which a cluster-aware client finds all shards."
  value       = aws_elasticache_replication_group.this.configuration_endpoint_address
}

output "identifier" {
  description = "Identifier of the replication group."
  value       = aws_elasticache_replication_group.this.replication_group_id
}

output "port" {
  description = "Port of every node; it speaks TLS only."
  value       = local.port
}

output "security_group_id" {
  description = "Security group of the cache; it admits nobody until a service's rule does."
  value       = aws_security_group.this.id
}
