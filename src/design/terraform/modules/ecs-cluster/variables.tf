variable "name" {
  description = "Name of the cluster."
  type        = string
}

variable "namespace" {
  description = "The private zone that services find each other in."
  type        = string
}

variable "vpc_id" {
  description = "The network that names are known in."
  type        = string
}

variable "kms_key_arn" {
  description = "The key that data is encrypted with."
  type        = string
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
