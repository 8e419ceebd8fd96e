output "arn" {
  description = "The database."
  value       = aws_db_instance.this.arn
}

output "address" {
  description = "The host to connect to."
  value       = aws_db_instance.this.address
}

output "security_group_id" {
  description = "The security group that clients are let in by."
  value       = aws_security_group.this.id
}

output "connection_secret_arn" {
  description = "The secret that says how to connect; null for a copy."
  value       = one(aws_secretsmanager_secret.connection[*].arn)
}

output "address_secret_arn" {
  description = "The secret that says the host of a copy; null for what is none."
  value       = one(aws_secretsmanager_secret.address[*].arn)
}

output "log_group_names" {
  description = "Its log groups, by the kind of log."
  value       = { for kind, group in aws_cloudwatch_log_group.this : kind => group.name }
}
