variable "name" {
  description = "Name of it; names of its parts begin with it."
  type        = string

  validation {
    condition     = can(regex("^[a-zA-Z0-9-]{1,58}$", var.name))
    error_message = "Letters, digits and hyphens, 58 at most."
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

  validation {
    condition     = contains([256, 512, 1024, 2048, 4096, 8192, 16384], var.cpu)
    error_message = "Fargate gives 256, 512, 1024, 2048, 4096, 8192 or 16384."
  }
}

variable "memory" {
  description = "Memory of a task, in mebibytes."
  type        = number

  validation {
    condition     = var.memory >= 2 * var.cpu && var.memory <= var.cpu * (var.cpu < 4096 ? 8 : 7.5) && (var.memory == 512 || var.memory % (var.cpu < 8192 ? 1024 : var.cpu / 2) == 0)
    error_message = "Fargate gives from twice to eight times as many mebibytes as cpu (7.5 times from 4096 on), in steps of 1024; of 4096 with 8192, and of 8192 with 16384."
  }
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

  validation {
    condition     = alltrue([for target in var.targets : target.port >= 1 && target.port <= 65535])
    error_message = "A port is a number from 1 to 65535."
  }
}

variable "egress" {
  description = "What it connects to outside of the network."
  type        = list(object({ description = string, port = number, cidr = string }))
  default     = []

  validation {
    condition     = alltrue([for way in var.egress : way.port >= 1 && way.port <= 65535 && can(cidrhost(way.cidr, 0))])
    error_message = "A way out has a port from 1 to 65535 and addresses such as 198.51.100.0/24."
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

variable "spot" {
  description = "Whether it may run on capacity that AWS takes back at short notice."
  type        = bool
  default     = false
}

variable "cluster_name" {
  description = "Name of that cluster."
  type        = string
}

variable "port" {
  description = "The port that it listens on."
  type        = number

  validation {
    condition     = var.port >= 1 && var.port <= 65535
    error_message = "A port is a number from 1 to 65535."
  }
}

variable "protocol" {
  description = "http, grpc or tcp."
  type        = string
  default     = "http"

  validation {
    condition     = contains(["http", "grpc", "tcp"], var.protocol)
    error_message = "The protocol must be http, grpc or tcp."
  }
}

variable "health_path" {
  description = "Where it tells that it is ready."
  type        = string
  default     = "/healthz"

  validation {
    condition     = startswith(var.health_path, "/")
    error_message = "A path begins with a slash."
  }
}

variable "start_seconds" {
  description = "Seconds that a task may take to start."
  type        = number
  default     = 60

  validation {
    condition     = var.start_seconds >= 0
    error_message = "A task cannot start before it was asked to."
  }
}

variable "grace_seconds" {
  description = "Seconds between the signal to end and the end."
  type        = number
  default     = 45

  validation {
    condition     = var.grace_seconds >= 0 && var.grace_seconds <= 120
    error_message = "Fargate waits for 120 seconds at most."
  }
}

variable "active" {
  description = "Whether it runs; false where it only stands ready, in a region that is not in use."
  type        = bool
  default     = true
}

variable "min" {
  description = "Tasks at least."
  type        = number
  default     = 2

  validation {
    condition     = var.min >= 1
    error_message = "A service has a task at least."
  }
}

variable "max" {
  description = "Tasks at most."
  type        = number
  default     = 4

  validation {
    condition     = var.max >= var.min
    error_message = "The most tasks must not be fewer than the least."
  }
}

variable "cpu_target" {
  description = "Percent of the processors that scaling aims at."
  type        = number
  default     = 70

  validation {
    condition     = var.cpu_target >= 1 && var.cpu_target <= 100
    error_message = "A target is a percentage from 1 to 100."
  }
}

variable "namespace_id" {
  description = "The namespace that it is found in."
  type        = string
}

variable "expose" {
  description = "How the load balancer leads requests to it."
  type        = object({ host = string, path = string, priority = number, listener_arn = string, security_group_id = string })
  default     = null
}

variable "events_log_group_arn" {
  description = "The log group of the cluster for what happens to tasks."
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
