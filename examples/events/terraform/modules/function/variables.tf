variable "name" {
  description = "Name of the function."
  type        = string

  validation {
    condition     = can(regex("^[a-zA-Z0-9_-]{1,64}$", var.name))
    error_message = "A function is named with letters, digits, underscores and hyphens, 64 at most."
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

variable "description" {
  description = "Whose function it is."
  type        = string
}

variable "runtime" {
  description = "What runs it, such as nodejs22.x; null for an image."
  type        = string
  default     = null
}

variable "handler" {
  description = "What is called, such as index.handler; null for an image."
  type        = string
  default     = null
}

variable "image" {
  description = "The image, pinned by its digest; null for a package."
  type        = string
  default     = null

  validation {
    condition     = var.image == null ? true : strcontains(var.image, "@sha256:")
    error_message = "An image is pinned by its digest: registry/name@sha256:…"
  }
}

variable "command" {
  description = "What is run in the image, where it does not say so."
  type        = list(string)
  default     = []
}

variable "package" {
  description = "The package that the pipeline built, under a key that changes with what is in it; null for an image."
  type        = object({ bucket = string, key = string })
  default     = null
}

variable "memory_mb" {
  description = "Mebibytes of memory."
  type        = number

  validation {
    condition     = var.memory_mb >= 128 && var.memory_mb <= 10240
    error_message = "Lambda gives 128 to 10240 mebibytes."
  }
}

variable "timeout_seconds" {
  description = "Seconds that a call may take."
  type        = number

  validation {
    condition     = var.timeout_seconds >= 1 && var.timeout_seconds <= 900
    error_message = "A call may take 900 seconds at most."
  }
}

variable "concurrency" {
  description = "The most that run at once; -1 for what the account allows."
  type        = number
  default     = -1

  validation {
    condition     = var.concurrency >= -1
    error_message = "It is the most that run at once, 0 for none, or -1 for no limit of its own."
  }
}

variable "environment" {
  description = "Environment variables that are no secret."
  type        = map(string)
  default     = {}
}

variable "secret_arns" {
  description = "Secrets that it reads."
  type        = list(string)
  default     = []
}

variable "secrets_kms_key_arn" {
  description = "The key of those secrets."
  type        = string
  default     = null
}

variable "statements" {
  description = "What it may do, besides what it needs to run at all."
  type        = list(object({ actions = list(string), resources = list(string) }))
  default     = []
}

variable "network" {
  description = "The network that it is in; null for none."
  type        = object({ vpc_id = string, subnet_ids = list(string) })
  default     = null
}

variable "targets" {
  description = "What it connects to in the network, by name."
  type        = map(object({ security_group_id = string, port = number }))
  default     = {}
}

variable "active" {
  description = "Whether events call it; false where it only stands ready, in a region that is not in use."
  type        = bool
  default     = true
}

variable "queues" {
  description = "Queues that it takes from."
  type        = map(object({ arn = string, concurrency = number }))
  default     = {}
}

variable "topics" {
  description = "Topics that call it."
  type        = map(string)
  default     = {}
}

variable "buckets" {
  description = "Buckets whose new objects it is called for, by their names."
  type        = map(string)
  default     = {}
}

variable "streams" {
  description = "Streams of tables that it is called for."
  type        = map(string)
  default     = {}
}

variable "schedules" {
  description = "When it is called, as EventBridge writes it: cron(0 5 * * ? *)."
  type        = map(string)
  default     = {}
}

variable "kms_key_arn" {
  description = "The key that its settings and dead letters are encrypted with."
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
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "CloudWatch keeps logs for 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653 days."
  }
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
