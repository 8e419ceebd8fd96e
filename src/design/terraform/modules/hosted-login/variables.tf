variable "name" {
  description = "The datastore."
  type        = string
}

variable "connection_secret_name" {
  description = "Name of the secret that applications read, and the datastore itself."
  type        = string
}

variable "connection_replica" {
  description = "Another region that keeps a copy of that secret, and the key there that it is encrypted with."
  type        = object({ region = string, kms_key_arn = string })
  default     = null
}

variable "host" {
  description = "The name in the cluster of what takes writes."
  type        = string

  validation {
    condition     = endswith(var.host, ".svc.cluster.local")
    error_message = "It is reached under a name of the cluster, such as orders.data.svc.cluster.local."
  }
}

variable "port" {
  description = "The port that it listens on."
  type        = number

  validation {
    condition     = var.port >= 1 && var.port <= 65535
    error_message = "A port is a number from 1 to 65535."
  }
}

variable "username" {
  description = "The user that owns the database; null where there are no users, as in a cache."
  type        = string
  default     = null
}

variable "database_name" {
  description = "The database that the user owns."
  type        = string
  default     = null

  validation {
    condition     = (var.username == null) == (var.database_name == null)
    error_message = "A user owns a database: give both, or neither."
  }
}

variable "make_login" {
  description = "Whether a password is made; false where one is there already, as with a database that moves here."
  type        = bool
  default     = true
}

variable "password" {
  description = "The password where make_login is false. It is in no state and no plan."
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

variable "secrets_kms_key_arn" {
  description = "The key that the connection is encrypted with."
  type        = string
}

variable "tags" {
  description = "Tags of everything here, besides the default tags of the provider."
  type        = map(string)
  default     = {}
}
