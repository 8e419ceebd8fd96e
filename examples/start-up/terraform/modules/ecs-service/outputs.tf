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

output "target_group" {
  description = "Its target group as metrics name it; null where it is not exposed."
  value       = one(aws_lb_target_group.this[*].arn_suffix)
}

output "log_group_name" {
  description = "The log group of its tasks."
  value       = aws_cloudwatch_log_group.this.name
}
