variable "name" {
  description = "Name of the distribution."
  type        = string
}

variable "account_id" {
  description = "The account that it is in."
  type        = string
}

variable "hosts" {
  description = "Names that it answers to."
  type        = set(string)
}

variable "grpc" {
  description = "Whether some of what is behind it speaks gRPC."
  type        = bool
  default     = false
}

variable "origin" {
  description = "The host that requests are led to."
  type        = string
}

variable "certificate_arn" {
  description = "Its certificate, in us-east-1."
  type        = string
}

variable "web_acl_arn" {
  description = "Rules that stand before it, of the scope CLOUDFRONT."
  type        = string
}

variable "log_bucket_name" {
  description = "The bucket of the record of its requests, unique in the world."
  type        = string
}

variable "log_retention_days" {
  description = "Days that the record is kept."
  type        = number
  default     = 90

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
