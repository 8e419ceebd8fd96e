variable "name" {
  description = "Name of the load balancer."
  type        = string

  validation {
    condition     = can(regex("^[a-zA-Z0-9-]{1,32}$", var.name))
    error_message = "A load balancer is named with 32 letters, digits and hyphens at most."
  }
}

variable "account_id" {
  description = "The account that it is in."
  type        = string

  validation {
    condition     = can(regex("^\\d{12}$", var.account_id))
    error_message = "An account id has 12 digits."
  }
}

variable "internal" {
  description = "Whether only the network and those connected with it may reach it."
  type        = bool
  default     = false
}

variable "vpc_id" {
  description = "The network that it is in."
  type        = string
}

variable "subnet_ids" {
  description = "Subnets that it is in: public ones unless it is internal."
  type        = list(string)
}

variable "client_cidrs" {
  description = "Addresses that may connect."
  type        = set(string)
  default     = ["0.0.0.0/0"]

  validation {
    condition     = alltrue([for cidr in var.client_cidrs : can(cidrhost(cidr, 0))])
    error_message = "Addresses are written as 198.51.100.0/24."
  }
}

variable "has_client_prefix_list" {
  description = "Whether client_prefix_list_id is given: known before it is."
  type        = bool
  default     = false
}

variable "client_prefix_list_id" {
  description = "A list of addresses that may connect, such as those of CloudFront; give an empty client_cidrs where no others may."
  type        = string
  default     = null
}

variable "certificate_arn" {
  description = "The certificate that it shows."
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

variable "deletion_protection" {
  description = "Whether removing it has to be allowed first."
  type        = bool
  default     = true
}

variable "tags" {
  description = "Tags of everything here, besides the default tags of the provider."
  type        = map(string)
  default     = {}
}
