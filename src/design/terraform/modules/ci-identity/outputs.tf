output "plan_role_arn" {
  description = "The role that the pipeline takes to plan."
  value       = aws_iam_role.this["plan"].arn
}

output "apply_role_arn" {
  description = "The role that the pipeline takes to apply."
  value       = aws_iam_role.this["apply"].arn
}
