variable "name" {
  description = "Name of the vault and the plan."
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

variable "kms_key_arn" {
  description = "The key that data is encrypted with."
  type        = string
}

variable "plans" {
  description = "What is backed up, by a name of ours: resources, days that backups are kept, whether any second can be restored, and when it is done, in UTC."
  type = map(object({
    resources      = list(string)
    retention_days = number
    continuous     = bool
    schedule       = optional(string, "cron(0 3 * * ? *)")
  }))

  validation {
    condition     = alltrue([for plan in var.plans : plan.retention_days >= var.min_retention_days])
    error_message = "The lock of the vault turns away what is kept for fewer days than min_retention_days."
  }

  validation {
    condition     = alltrue([for plan in var.plans : !plan.continuous || plan.retention_days <= 35])
    error_message = "AWS Backup restores any second of 35 days at most."
  }
}

variable "copy" {
  description = "A vault in another region that gets a copy of each backup."
  type        = object({ vault_arn = string })
  default     = null
}

variable "min_retention_days" {
  description = "Days before which nobody can remove a backup."
  type        = number
  default     = 7

  validation {
    condition     = var.min_retention_days >= 1
    error_message = "A lock holds for a day at least."
  }
}

variable "max_retention_days" {
  description = "Days after which no backup may be kept any more; null for no limit."
  type        = number
  default     = null

  validation {
    condition     = var.max_retention_days == null ? true : var.max_retention_days >= var.min_retention_days
    error_message = "The most days must not be fewer than the least."
  }
}

variable "lock_after_days" {
  description = "Days until the lock can never be lifted again; null to keep it changeable by who may change vaults."
  type        = number
  default     = null

  validation {
    condition     = var.lock_after_days == null ? true : var.lock_after_days >= 3
    error_message = "AWS leaves three days at least to think again."
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
