variable "name" {
  description = "Name of the rules."
  type        = string
}

variable "scope" {
  description = "REGIONAL for load balancers and APIs, CLOUDFRONT for the edge."
  type        = string
  default     = "REGIONAL"

  validation {
    condition     = contains(["REGIONAL", "CLOUDFRONT"], var.scope)
    error_message = "The scope must be REGIONAL or CLOUDFRONT."
  }
}

variable "rate_limit" {
  description = "Requests that one address may send in five minutes."
  type        = number
  default     = 2000

  validation {
    condition     = var.rate_limit >= 100
    error_message = "AWS counts from 100 requests on."
  }
}

variable "blocking" {
  description = "Whether managed rules block; otherwise they count, until their numbers were looked at."
  type        = bool
  default     = true
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
    condition     = var.log_retention_days >= 1
    error_message = "Logs must be kept for a day at least."
  }
}

variable "tags" {
  description = "Tags of everything here, besides the default tags of the provider."
  type        = map(string)
  default     = {}
}
