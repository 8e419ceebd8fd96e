output "data_key_arn" {
  description = "The key of data."
  value       = module.data_key.arn
}

output "orders_security_group_id" {
  description = "Who may connect to orders."
  value       = module.orders.security_group_id
}

output "orders_secret_arn" {
  description = "How to connect to orders."
  value       = module.orders.connection_secret_arn
}

output "sessions_security_group_id" {
  description = "Who may connect to sessions."
  value       = module.sessions.security_group_id
}

output "sessions_secret_arn" {
  description = "How to connect to sessions."
  value       = module.sessions.connection_secret_arn
}

output "uploads_arn" {
  description = "The bucket uploads."
  value       = module.uploads.arn
}
