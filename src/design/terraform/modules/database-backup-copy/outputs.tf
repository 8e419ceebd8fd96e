output "id" {
  description = "The replicated backups, which a database is restored from."
  value       = aws_db_instance_automated_backups_replication.this.id
}
