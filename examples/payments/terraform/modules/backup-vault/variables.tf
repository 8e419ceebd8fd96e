variable "name" {
  description = "Name of the vault."
  type        = string

  validation {
    condition     = can(regex("^[a-zA-Z0-9_-]{2,50}$", var.name))
    error_message = "A vault is named with 2 to 50 letters, digits, underscores and hyphens."
  }
}

variable "kms_key_arn" {
  description = "The key that copies are encrypted with, in the region of the vault."
  type        = string
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

variable "lock_after_days" {
  description = "Days until the lock can never be lifted again; null to keep it changeable by who may change vaults."
  type        = number
  default     = null

  validation {
    condition     = var.lock_after_days == null ? true : var.lock_after_days >= 3
    error_message = "AWS leaves three days at least to think again."
  }
}

variable "tags" {
  description = "Tags of everything here, besides the default tags of the provider."
  type        = map(string)
  default     = {}
}
