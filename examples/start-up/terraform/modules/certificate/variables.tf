variable "domain" {
  description = "The name that it is for; names one level below it are covered too."
  type        = string
}

variable "deeper_names" {
  description = "Names more than one level below the domain."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for name in var.deeper_names : endswith(name, ".${var.domain}")])
    error_message = "Names must be below the domain."
  }
}

variable "zone_id" {
  description = "The public zone that proves the domain to be ours."
  type        = string
}

variable "tags" {
  description = "Tags of everything here, besides the default tags of the provider."
  type        = map(string)
  default     = {}
}
