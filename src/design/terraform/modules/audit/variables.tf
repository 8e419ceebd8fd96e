variable "name" {
  description = "What names of its parts begin with."
  type        = string
}

variable "account_id" {
  description = "The account that it is in."
  type        = string

  validation {
    condition     = can(regex("^\\d{12}$", var.account_id))
    error_message = "An account id has 12 digits."
  }
}

variable "region" {
  description = "The region that the trail is in."
  type        = string
}

variable "bucket_name" {
  description = "The bucket of the records, unique in the world."
  type        = string
}

variable "kms_key_arn" {
  description = "The key that data is encrypted with."
  type        = string
}

variable "retention_days" {
  description = "Days that records are kept."
  type        = number
  default     = 365

  validation {
    condition     = var.retention_days >= 90
    error_message = "Records are worth little unless they reach back to when an intruder came."
  }
}

variable "log_retention_days" {
  description = "Days that logs are kept."
  type        = number
  default     = 365

  validation {
    condition     = var.log_retention_days >= 1
    error_message = "Logs must be kept for a day at least."
  }
}

variable "security_standards" {
  description = "Standards that Security Hub holds the account against, such as aws-foundational-security-best-practices/v/1.0.0 or pci-dss/v/4.0.1; empty for no Security Hub."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for standard in var.security_standards : can(regex("^[a-z0-9-]+/v/[0-9.]+$", standard))])
    error_message = "A standard is written as pci-dss/v/4.0.1."
  }
}

variable "alarm_topic_arn" {
  description = "The topic that people are told through."
  type        = string
}

variable "permissions_boundary_arn" {
  description = "The policy that bounds what roles made here can ever do; null for none."
  type        = string
  default     = null
}

variable "tags" {
  description = "Tags of everything here, besides the default tags of the provider."
  type        = map(string)
  default     = {}
}
