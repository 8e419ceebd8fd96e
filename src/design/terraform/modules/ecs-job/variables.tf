variable "name" {
  description = "Name of it; names of its parts begin with it."
  type        = string

  validation {
    condition     = can(regex("^[a-zA-Z0-9-]{1,50}$", var.name))
    error_message = "Letters, digits and hyphens, 50 at most."
  }
}

variable "container" {
  description = "Name of its container."
  type        = string
}

variable "image" {
  description = "The image, pinned by its digest."
  type        = string

  validation {
    condition     = strcontains(var.image, "@sha256:")
    error_message = "An image is pinned by its digest: registry/name@sha256:…"
  }
}

variable "command" {
  description = "What is run, where the image does not say so."
  type        = list(string)
  default     = []
}

variable "cpu" {
  description = "Processors of a task, in 1024ths."
  type        = number
}

variable "memory" {
  description = "Memory of a task, in mebibytes."
  type        = number
}

variable "environment" {
  description = "Environment variables that are no secret."
  type        = map(string)
  default     = {}
}

variable "secrets" {
  description = "Environment variables by where their values come from: the ARN of a secret, and its key."
  type        = map(string)
  default     = {}
}

variable "secret_arns" {
  description = "Secrets that are read when a task starts."
  type        = list(string)
  default     = []
}

variable "secrets_kms_key_arn" {
  description = "The key of those secrets."
  type        = string
}

variable "statements" {
  description = "What it may do, besides what it needs to run at all."
  type        = list(object({ actions = list(string), resources = list(string) }))
  default     = []
}

variable "cluster_arn" {
  description = "The cluster that it runs in."
  type        = string
}

variable "vpc_id" {
  description = "The network that it is in."
  type        = string
}

variable "subnet_ids" {
  description = "Subnets that tasks are in."
  type        = list(string)
}

variable "region" {
  description = "The region that it is in."
  type        = string
}

variable "targets" {
  description = "What it connects to in the network, by name."
  type        = map(object({ security_group_id = string, port = number }))
  default     = {}
}

variable "egress" {
  description = "What it connects to outside of the network."
  type        = list(object({ description = string, port = number, cidr = string }))
  default     = []
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

variable "spot" {
  description = "Whether it may run on capacity that AWS takes back at short notice."
  type        = bool
  default     = false
}

variable "account_id" {
  description = "The account that it is in."
  type        = string

  validation {
    condition     = can(regex("^\\d{12}$", var.account_id))
    error_message = "An account id has 12 digits."
  }
}

variable "schedule" {
  description = "When it runs, as EventBridge writes it: cron(0 5 * * ? *). Started by hand where there is none."
  type        = string
  default     = null
}

variable "retries" {
  description = "Tries after a start that failed."
  type        = number
  default     = 2
}

variable "alarm_topic_arn" {
  description = "The topic that people are told through."
  type        = string
}

variable "permissions_boundary_arn" {
  description = "The policy that bounds what roles made here can ever do; null for none."
  type        = string
  default     = null
}

variable "tags" {
  description = "Tags of everything here, besides the default tags of the provider."
  type        = map(string)
  default     = {}
}
