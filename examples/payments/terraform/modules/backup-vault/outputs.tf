output "arn" {
  description = "The vault: vault_arn of copy, for the module backup."
  value       = aws_backup_vault.this.arn
}
