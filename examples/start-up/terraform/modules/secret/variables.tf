variable "name" {
  description = "Name of the secret, such as production/shop/api."
  type        = string

  validation {
    condition     = can(regex("^[a-zA-Z0-9/_+=.@-]{1,500}$", var.name))
    error_message = "A secret is named with letters, digits and /_+=.@-"
  }
}

variable "description" {
  description = "What is in it, and where it comes from."
  type        = string
}

variable "kms_key_arn" {
  description = "The key that it is encrypted with."
  type        = string
}

variable "replica" {
  description = "Another region that keeps a copy, and the key there that it is encrypted with."
  type        = object({ region = string, kms_key_arn = string })
  default     = null

  validation {
    condition     = var.replica == null ? true : strcontains(var.replica.kms_key_arn, ":kms:${var.replica.region}:")
    error_message = "The key of a copy is in the region of the copy."
  }
}

variable "tags" {
  description = "Tags of everything here, besides the default tags of the provider."
  type        = map(string)
  default     = {}
}
