variable "environment" {
  description = "Environment that the database belongs to; the first part of every name."
  type        = string
}

variable "vpc_id" {
  description = "VPC of the database."
  type        = string
}

variable "subnet_ids" {
  description = "Subnets in at least two zones."
  type        = list(string)
}

variable "allowed_security_groups" {
  description = "Security groups whose members may connect, by a name for each."
  type        = map(string)
  default     = {}
}

variable "allowed_cidrs" {
  description = "Address ranges that may connect."
  type        = list(string)
  default     = []
}

variable "publicly_accessible" {
  description = "Whether the instance gets a public address."
  type        = bool
  default     = false
}

variable "instance_class" {
  description = "Size of the instance."
  type        = string
}

variable "storage_gib" {
  description = "Storage to start with and to grow to."
  type = object({
    initial = number
    maximum = number
  })
}

variable "multi_az" {
  description = "Keep a standby in a second zone."
  type        = bool
  default     = false
}

variable "backup_retention_days" {
  description = "Days of automated backups, and how far back a point-in-time restore can go."
  type        = number
}

variable "deletion_protection" {
  description = "Refuse to delete the instance."
  type        = bool
}
