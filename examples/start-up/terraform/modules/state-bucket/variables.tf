variable "name" {
  description = "Name of the bucket."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{1,56}[a-z0-9]$", var.name))
    error_message = "A bucket for states has 3 to 58 lower case letters, digits and hyphens, which leaves room for the one of its logs."
  }
}

variable "account_id" {
  description = "The account that the bucket is in."
  type        = string
}

variable "kms_key_arn" {
  description = "The key that states are encrypted with."
  type        = string
}

variable "tags" {
  description = "Tags of everything here, besides the default tags of the provider."
  type        = map(string)
  default     = {}
}
