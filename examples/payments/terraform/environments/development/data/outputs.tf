output "data_key_arn" {
  description = "The key of data."
  value       = module.data_key.arn
}

output "vault_security_group_id" {
  description = "Who may connect to vault."
  value       = module.vault.security_group_id
}

output "vault_secret_arn" {
  description = "How to connect to vault."
  value       = module.vault.connection_secret_arn
}

output "entries_security_group_id" {
  description = "Who may connect to entries."
  value       = module.entries.security_group_id
}

output "entries_secret_arn" {
  description = "How to connect to entries."
  value       = module.entries.connection_secret_arn
}

output "rates_security_group_id" {
  description = "Who may connect to rates."
  value       = module.rates.security_group_id
}

output "rates_secret_arn" {
  description = "How to connect to rates."
  value       = module.rates.connection_secret_arn
}

output "authorised_arn" {
  description = "The queue authorised."
  value       = module.authorised.arn
}

output "statements_arn" {
  description = "The bucket statements."
  value       = module.statements.arn
}
