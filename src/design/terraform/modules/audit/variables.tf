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
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "CloudWatch keeps logs for 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653 days."
  }
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
