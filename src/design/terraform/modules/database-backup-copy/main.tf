# Runs in the region of the copies. Snapshots and the log of changes follow within minutes, so that the database can be
# restored there to any second, as long as the copies reach back.
resource "aws_db_instance_automated_backups_replication" "this" {
  source_db_instance_arn = var.database_arn
  kms_key_id             = var.kms_key_arn
  retention_period       = var.retention_days
}
