output "connection_secret_arn" {
  description = "The secret that applications read."
  value       = aws_secretsmanager_secret.connection.arn
}
