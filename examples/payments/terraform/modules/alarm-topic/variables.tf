variable "name" {
  description = "Name of the topic."
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

variable "emails" {
  description = "Mail addresses that are told; each has to confirm once."
  type        = set(string)

  validation {
    condition     = alltrue([for email in var.emails : strcontains(email, "@")])
    error_message = "A mail address has an @."
  }
}

variable "endpoints" {
  description = "HTTPS addresses of services that wake people; each has to confirm once."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for endpoint in var.endpoints : startswith(endpoint, "https://")])
    error_message = "What wakes people is called over HTTPS."
  }
}

variable "tags" {
  description = "Tags of everything here, besides the default tags of the provider."
  type        = map(string)
  default     = {}
}
