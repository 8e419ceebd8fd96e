variable "name" {
  description = "Name of the API."
  type        = string
}

variable "region" {
  description = "The region that it is in."
  type        = string
}

variable "host" {
  description = "The name that it answers to."
  type        = string
}

variable "record" {
  description = "The name that leads here, where the host leads to one of several regions; the host itself where it is null."
  type        = string
  default     = null
}

variable "region_weight" {
  description = "Weight of the record of this region among those of the same name; null where it is the only one."
  type        = number
  default     = null

  validation {
    condition     = var.region_weight == null ? true : contains([0, 1], var.region_weight)
    error_message = "1 for the region that answers once it is in use, 0 for the one that answers otherwise."
  }
}

variable "health_check_id" {
  description = "The health check that says whether the record of this region counts; null where it always does."
  type        = string
  default     = null
}

variable "path" {
  description = "The path that it answers below."
  type        = string
  default     = "/"
}

variable "shares_host" {
  description = "Whether other APIs answer to the same name, below other paths."
  type        = bool
  default     = false
}

variable "makes_host" {
  description = "Whether the name is made here: by one of those that share it, and the others come after it."
  type        = bool
  default     = true

  validation {
    condition     = var.makes_host || var.shares_host
    error_message = "A name that is made by another API is shared with it: set shares_host."
  }
}

variable "function_name" {
  description = "The function that answers."
  type        = string
}

variable "invoke_arn" {
  description = "How it is called."
  type        = string
}

variable "certificate_arn" {
  description = "The certificate of that name; null where it is private."
  type        = string
  default     = null
}

variable "zone_id" {
  description = "The public zone that the name is in; null where it is private."
  type        = string
  default     = null
}

variable "private" {
  description = "Set where only the network may reach it: the interface endpoints for execute-api that requests come by. It has no name of its own then: see url."
  type        = object({ vpc_endpoint_ids = set(string) })
  default     = null
}

variable "web_acl_arn" {
  description = "Rules that stand before it."
  type        = string
  default     = null
}

variable "has_web_acl" {
  description = "Whether rules stand before it."
  type        = bool
  default     = false
}

variable "rate_limit" {
  description = "Requests a second."
  type        = number
  default     = 200

  validation {
    condition     = var.rate_limit >= 1
    error_message = "An API takes a request a second at least."
  }
}

variable "burst_limit" {
  description = "Requests at once."
  type        = number
  default     = 400

  validation {
    condition     = var.burst_limit >= 1
    error_message = "An API takes a request at once at least."
  }
}

variable "logs_kms_key_arn" {
  description = "The key that logs are encrypted with."
  type        = string
}

variable "log_retention_days" {
  description = "Days that logs are kept."
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
