output "vault_arn" {
  description = "Vault that restores start from."
  value       = aws_backup_vault.main.arn
}
