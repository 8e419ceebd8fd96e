variable "name" {
  description = "Name of the bucket, unique in the world."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.name))
    error_message = "A bucket has 3 to 63 lower case letters, digits, dots and hyphens."
  }
}

variable "role_name" {
  description = "What the names of its roles begin with."
  type        = string
}

variable "kms_key_arn" {
  description = "The key that objects are encrypted with."
  type        = string
}

variable "retention_days" {
  description = "Days that versions are kept after they were overwritten or removed."
  type        = number

  validation {
    condition     = var.retention_days >= 1
    error_message = "Old versions must be kept for a day at least."
  }
}

variable "log_bucket" {
  description = "The bucket that a record of all requests goes to."
  type        = string
  default     = null
}

variable "replica" {
  description = "A versioned bucket in another region that everything is copied to, its key, and which rule counts where others are added."
  type = object({
    bucket_arn  = string
    kms_key_arn = string
    priority    = optional(number, 1)
  })
  default = null
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
