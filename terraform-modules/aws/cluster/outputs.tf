output "cluster_arn" {
  description = "ARN of the cluster."
  value       = aws_ecs_cluster.this.arn
}

output "cluster_name" {
  description = "Name of the cluster."
  value       = aws_ecs_cluster.this.name

  # A service that names a capacity provider is refused until the cluster has it.
  depends_on = [aws_ecs_cluster_capacity_providers.this]
}

output "exec_log_group_arn" {
  description = "ARN of the log group that records ECS Exec sessions; the role of a task that allows sessions must write to it."
  value       = aws_cloudwatch_log_group.exec.arn
}

output "exec_log_group_name" {
  description = "Name of the log group that records ECS Exec sessions."
  value       = aws_cloudwatch_log_group.exec.name
}

output "namespace_arn" {
  description = "ARN of the Service Connect namespace."
  value       = aws_service_discovery_http_namespace.this.arn
}
