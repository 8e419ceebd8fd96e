output "arn" {
  description = "The secret."
  value       = aws_secretsmanager_secret.this.arn
}

output "name" {
  description = "Its name."
  value       = aws_secretsmanager_secret.this.name
}
