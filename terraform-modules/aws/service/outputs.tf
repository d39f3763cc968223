output "code_deploy_app_name" {
  description = "CodeDeploy application of a blue-green or canary service; null for others."
  value       = one(aws_codedeploy_app.this[*].name)
}

output "code_deploy_group_name" {
  description = "CodeDeploy deployment group of a blue-green or canary service; null for others."
  value       = one(aws_codedeploy_deployment_group.this[*].deployment_group_name)
}

output "execution_role_arn" {
  description = "Role with which ECS pulls the image, reads the secrets and writes the log."
  value       = aws_iam_role.execution.arn
}

output "log_group_name" {
  description = "Log group of the containers."
  value       = aws_cloudwatch_log_group.this.name
}

output "schedule_name" {
  description = "EventBridge schedule of a scheduled task; null for others."
  value       = one(aws_scheduler_schedule.this[*].name)
}

output "security_group_id" {
  description = "Security group of the tasks."
  value       = aws_security_group.this.id
}

output "service_name" {
  description = "ECS service; null for a scheduled task."
  value       = one(concat(aws_ecs_service.this[*].name, aws_ecs_service.code_deploy[*].name))
}

output "target_group_arn" {
  description = "Target group that receives the first tasks; null for a service without a load balancer."
  value       = one([for key, group in aws_lb_target_group.this : group.arn if key != "green"])
}

output "task_definition_arn" {
  description = "Revision of the task definition that is the template of all deployments."
  value       = aws_ecs_task_definition.this.arn
}

output "task_definition_family" {
  description = "Family to which deployments add their revisions."
  value       = aws_ecs_task_definition.this.family
}

output "task_role_arn" {
  description = "Role of the application itself."
  value       = aws_iam_role.task.arn
}
