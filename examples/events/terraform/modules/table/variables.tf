variable "name" {
  description = "Name of the table."
  type        = string

  validation {
    condition     = can(regex("^[a-zA-Z0-9_.-]{3,255}$", var.name))
    error_message = "A table has 3 to 255 letters, digits, dots, underscores and hyphens."
  }
}

variable "partition_key" {
  description = "The attribute that items are spread by; a text."
  type        = string
}

variable "sort_key" {
  description = "The attribute that items of one partition are ordered by; a text."
  type        = string
  default     = null
}

variable "stream" {
  description = "Whether changes are told to functions."
  type        = bool
  default     = false
}

variable "point_in_time_recovery" {
  description = "Whether it can be restored as it was at any second of the last 35 days."
  type        = bool
  default     = true
}

variable "deletion_protection" {
  description = "Whether removing it has to be allowed first."
  type        = bool
  default     = true
}

variable "kms_key_arn" {
  description = "The key that items are encrypted with."
  type        = string
}

variable "replica" {
  description = "Another region that keeps all items too, and the key there."
  type = object({
    region      = string
    kms_key_arn = string
  })
  default = null
}

variable "tags" {
  description = "Tags of everything here, besides the default tags of the provider."
  type        = map(string)
  default     = {}
}
