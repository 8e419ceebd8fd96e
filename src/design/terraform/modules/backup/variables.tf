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
  description = "What is backed up, by a name of ours: resources, days that backups are kept, and whether any second can be restored."
  type = map(object({
    resources      = list(string)
    retention_days = number
    continuous     = bool
  }))
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
}

variable "alarm_topic_arn" {
  description = "The topic that people are told through."
  type        = string
}

variable "tags" {
  description = "Tags of everything here, besides the default tags of the provider."
  type        = map(string)
  default     = {}
}
