output "address" {
  description = "Host name of the database."
  value       = aws_db_instance.this.address
}

output "port" {
  description = "Port of the database."
  value       = aws_db_instance.this.port
}

output "master_secret_arn" {
  description = "Secret that holds the administrator's password."
  value       = aws_db_instance.this.master_user_secret[0].secret_arn
}
