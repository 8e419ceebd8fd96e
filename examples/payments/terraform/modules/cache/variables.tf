variable "name" {
  description = "Name of the cache; names of its parts begin with it."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,39}$", var.name))
    error_message = "A cache is named with lower case letters, digits and hyphens, 40 at most."
  }
}

variable "description" {
  description = "What is kept in it."
  type        = string
}

variable "engine_version" {
  description = "Version of Redis, such as 7.1."
  type        = string
}

variable "node_type" {
  description = "Size of its nodes, such as cache.t4g.small."
  type        = string

  validation {
    condition     = startswith(var.node_type, "cache.")
    error_message = "A type of nodes begins with cache."
  }
}

variable "nodes" {
  description = "The primary and its replicas, each in another zone."
  type        = number
  default     = 2

  validation {
    condition     = var.nodes >= 1 && var.nodes <= 6
    error_message = "There is one primary and five replicas at most."
  }
}

variable "port" {
  description = "The port that it listens on."
  type        = number
  default     = 6379

  validation {
    condition     = var.port >= 1 && var.port <= 65535
    error_message = "A port is a number from 1 to 65535."
  }
}

variable "connection_secret_name" {
  description = "Name of the secret that says how to connect."
  type        = string
}

variable "make_login" {
  description = "Whether a password is made; false where one is there already."
  type        = bool
  default     = true
}

variable "password" {
  description = "The password where make_login is false."
  type        = string
  default     = null
  sensitive   = true
  ephemeral   = true
}

variable "password_version" {
  description = "Raise it to have another password made."
  type        = number
  default     = 1
}

variable "vpc_id" {
  description = "The network that it is in."
  type        = string
}

variable "subnet_ids" {
  description = "Subnets without a way to the internet."
  type        = list(string)
}

variable "client_security_group_ids" {
  description = "Security groups that may connect, by who they are."
  type        = map(string)
  default     = {}
}

variable "snapshot_retention_days" {
  description = "Days that snapshots are kept; 0 for none."
  type        = number
  default     = 7

  validation {
    condition     = var.snapshot_retention_days >= 0 && var.snapshot_retention_days <= 35
    error_message = "ElastiCache keeps snapshots for 35 days at most."
  }
}

variable "kms_key_arn" {
  description = "The key that data is encrypted with."
  type        = string
}

variable "secrets_kms_key_arn" {
  description = "The key that the connection is encrypted with."
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

variable "tags" {
  description = "Tags of everything here, besides the default tags of the provider."
  type        = map(string)
  default     = {}
}
