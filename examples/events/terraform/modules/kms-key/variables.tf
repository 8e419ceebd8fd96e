variable "name" {
  description = "Alias of the key, without the prefix alias/."
  type        = string

  validation {
    condition     = can(regex("^[a-zA-Z0-9/_-]{1,200}$", var.name)) && !startswith(var.name, "aws")
    error_message = "An alias is letters, digits, slashes, underscores and hyphens, and aws is reserved."
  }
}

variable "description" {
  description = "What is encrypted with it."
  type        = string
}

variable "account_id" {
  description = "The account that the key is in."
  type        = string

  validation {
    condition     = can(regex("^\\d{12}$", var.account_id))
    error_message = "An account id has 12 digits."
  }
}

variable "services" {
  description = "Services of AWS that use the key on behalf of this account, such as sns.amazonaws.com."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for service in var.services : endswith(service, ".amazonaws.com")])
    error_message = "A service is written as sns.amazonaws.com."
  }
}

variable "log_groups" {
  description = "Set where log groups are encrypted with it: the region that they are in."
  type        = object({ region = string })
  default     = null
}

variable "multi_region" {
  description = "Whether the key may have replicas in other regions; cannot be changed later."
  type        = bool
  default     = false
}

variable "tags" {
  description = "Tags of the key, besides the default tags of the provider."
  type        = map(string)
  default     = {}
}
