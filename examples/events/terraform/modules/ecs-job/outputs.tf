output "task_definition_arn" {
  description = "What is run."
  value       = aws_ecs_task_definition.this.arn
}

output "security_group_id" {
  description = "The security group of its tasks."
  value       = aws_security_group.this.id
}

output "log_group_name" {
  description = "The log group of its runs."
  value       = aws_cloudwatch_log_group.this.name
}
