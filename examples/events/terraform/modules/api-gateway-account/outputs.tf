output "role_arn" {
  description = "The role that logs are written with."
  value       = aws_iam_role.this.arn
}
