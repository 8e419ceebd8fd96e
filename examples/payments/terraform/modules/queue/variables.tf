variable "name" {
  description = "Name of the queue; ends in .fifo where the order counts."
  type        = string

  validation {
    condition     = can(regex("^[a-zA-Z0-9_-]{1,75}(\\.fifo)?$", var.name))
    error_message = "A queue has 80 letters, digits, underscores and hyphens at most."
  }
}

variable "dead_letter_name" {
  description = "Name of the queue of what failed; ends in .fifo like the other."
  type        = string
}

variable "fifo" {
  description = "Whether the order counts, and nothing may come twice."
  type        = bool
  default     = false
}

variable "kms_key_arn" {
  description = "The key that messages are encrypted with."
  type        = string
}

variable "visibility_seconds" {
  description = "Seconds that a message is hidden from others after it was taken; longer than working on it takes."
  type        = number
  default     = 30

  validation {
    condition     = var.visibility_seconds >= 0 && var.visibility_seconds <= 43200
    error_message = "A message can be hidden for twelve hours at most."
  }
}

variable "retention_seconds" {
  description = "Seconds that a message is kept."
  type        = number
  default     = 1209600

  validation {
    condition     = var.retention_seconds >= 60 && var.retention_seconds <= 1209600
    error_message = "SQS keeps messages for a minute to 14 days (1209600 seconds)."
  }
}

variable "max_receives" {
  description = "Tries before a message becomes a dead letter."
  type        = number
  default     = 5

  validation {
    condition     = var.max_receives >= 1 && var.max_receives <= 1000
    error_message = "A message is handed out 1 to 1000 times before it is put aside."
  }
}

variable "topic_arns" {
  description = "Topics that send to it."
  type        = list(string)
  default     = []
}

variable "tags" {
  description = "Tags of everything here, besides the default tags of the provider."
  type        = map(string)
  default     = {}
}
