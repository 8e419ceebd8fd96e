variable "name" {
  description = "Name of the policies, and of the log group of what they find."
  type        = string
}

variable "log_groups" {
  description = "Names of the log groups that are masked, by what writes into them."
  type        = map(string)
}

variable "identifiers" {
  description = "Kinds of data that CloudWatch knows, such as EmailAddress."
  type        = set(string)

  validation {
    condition     = length(var.identifiers) > 0 && alltrue([for name in var.identifiers : can(regex("^[A-Z][A-Za-z]+(-[A-Z]{2})?$", name))])
    error_message = "Kinds are named as CloudWatch does: EmailAddress, PhoneNumber-DE."
  }
}

variable "patterns" {
  description = "Further kinds of data, as regular expressions by their names."
  type        = map(string)
  default     = {}

  validation {
    condition     = length(var.patterns) <= 10 && alltrue([for name, pattern in var.patterns : can(regex("^[A-Za-z0-9_-]{1,128}$", name)) && length(pattern) <= 200])
    error_message = "CloudWatch takes ten patterns at most, of 200 characters at most."
  }

  validation {
    condition     = alltrue([for pattern in values(var.patterns) : can(regex("^[A-Za-z0-9_#=@/;,\\- ^$?\\[\\]{}|\\\\*+.]+$", pattern))])
    error_message = "CloudWatch takes no parentheses, quotes, colons or percent signs in a pattern."
  }
}

variable "logs_kms_key_arn" {
  description = "The key that logs are encrypted with."
  type        = string
}

variable "log_retention_days" {
  description = "Days that findings are kept."
  type        = number
  default     = 365

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "CloudWatch keeps logs for 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653 days."
  }
}

variable "tags" {
  description = "Tags of everything here, besides the default tags of the provider."
  type        = map(string)
  default     = {}
}
