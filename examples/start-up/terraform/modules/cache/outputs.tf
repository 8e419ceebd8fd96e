output "security_group_id" {
  description = "The security group that clients are let in by."
  value       = aws_security_group.this.id
}

output "connection_secret_arn" {
  description = "The secret that says how to connect."
  value       = aws_secretsmanager_secret.connection.arn
}

output "address" {
  description = "The host to connect to."
  value       = aws_elasticache_replication_group.this.primary_endpoint_address
}

output "log_group_names" {
  description = "Its log groups, by the kind of log."
  value       = { for kind, group in aws_cloudwatch_log_group.this : kind => group.name }
}
