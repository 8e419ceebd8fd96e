variable "name" {
  description = "Name of the topic; ends in .fifo where the order counts."
  type        = string

  validation {
    condition     = can(regex("^[a-zA-Z0-9_-]{1,251}(\\.fifo)?$", var.name))
    error_message = "A topic has 256 letters, digits, underscores and hyphens at most."
  }
}

variable "account_id" {
  description = "The account that the topic is in."
  type        = string

  validation {
    condition     = can(regex("^\\d{12}$", var.account_id))
    error_message = "An account id has 12 digits."
  }
}

variable "fifo" {
  description = "Whether the order counts, and nothing may come twice."
  type        = bool
  default     = false
}

variable "kms_key_arn" {
  description = "The key that messages are encrypted with; it must let sns.amazonaws.com use it."
  type        = string
}

variable "queues" {
  description = "Queues that get everything that is published, by a name of ours."
  type = map(object({
    arn             = string
    dead_letter_arn = string
  }))
  default = {}
}

variable "tags" {
  description = "Tags of everything here, besides the default tags of the provider."
  type        = map(string)
  default     = {}
}
