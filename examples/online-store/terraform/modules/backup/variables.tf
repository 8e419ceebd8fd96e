variable "environment" {
  description = "Environment whose data is backed up; the first part of every name."
  type        = string
}

variable "resource_arns" {
  description = "What to back up. Buckets must keep versions."
  type        = list(string)
}

variable "retention_days" {
  description = "How long backups and their copies are kept."
  type        = number
  default     = 35
}
