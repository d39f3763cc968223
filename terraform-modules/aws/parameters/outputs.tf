output "arns" {
  description = "ARN of each parameter, by name."
  value       = { for name, parameter in aws_ssm_parameter.this : name => parameter.arn }
}
