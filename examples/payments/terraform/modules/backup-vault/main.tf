# Copies of another region come here, and outlive whoever takes over the account: see lock_after_days.
resource "aws_backup_vault" "this" {
  name        = var.name
  kms_key_arn = var.kms_key_arn

  tags = var.tags
}

resource "aws_backup_vault_lock_configuration" "this" {
  backup_vault_name   = aws_backup_vault.this.name
  min_retention_days  = var.min_retention_days
  changeable_for_days = var.lock_after_days
}
