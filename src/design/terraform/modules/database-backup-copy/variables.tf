variable "database_arn" {
  description = "The database whose backups are copied, in another region; it must keep backups itself."
  type        = string

  validation {
    condition     = startswith(var.database_arn, "arn:aws:rds:")
    error_message = "A database is written as arn:aws:rds:eu-west-1:111122223333:db:name."
  }
}

variable "kms_key_arn" {
  description = "The key that copies are encrypted with, in the region of the copies."
  type        = string
}

variable "retention_days" {
  description = "Days that the copies reach back."
  type        = number
  default     = 35

  validation {
    condition     = var.retention_days >= 1 && var.retention_days <= 35
    error_message = "RDS keeps copies for 1 to 35 days; AWS Backup keeps them longer."
  }
}
