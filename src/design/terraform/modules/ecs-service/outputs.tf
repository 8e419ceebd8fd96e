output "name" {
  description = "Name of the service."
  value       = aws_ecs_service.this.name
}

output "security_group_id" {
  description = "The security group of its tasks."
  value       = aws_security_group.this.id
}

output "role_arn" {
  description = "What it may do."
  value       = aws_iam_role.task.arn
}
