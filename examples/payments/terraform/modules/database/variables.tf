variable "name" {
  description = "Name of the instance; names of its parts begin with it."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,52}$", var.name))
    error_message = "A database is named with lower case letters, digits and hyphens, 53 at most."
  }
}

variable "engine" {
  description = "postgres or mysql."
  type        = string

  validation {
    condition     = contains(["postgres", "mysql"], var.engine)
    error_message = "The engine must be postgres or mysql."
  }
}

variable "engine_version" {
  description = "Version of the engine, such as 17 or 8.4; patches come by themselves."
  type        = string

  validation {
    condition     = can(regex("^\\d+(\\.\\d+){0,2}$", var.engine_version))
    error_message = "A version is written as 17 or 8.4.3."
  }
}

variable "instance_class" {
  description = "Size of the instance, such as db.t4g.medium."
  type        = string

  validation {
    condition     = startswith(var.instance_class, "db.")
    error_message = "A class of instances begins with db."
  }
}

variable "storage_gb" {
  description = "Gigabytes to begin with."
  type        = number

  validation {
    condition     = var.storage_gb >= 20
    error_message = "RDS begins at 20 gigabytes."
  }
}

variable "max_storage_gb" {
  description = "Gigabytes that storage may grow to by itself."
  type        = number

  validation {
    condition     = var.max_storage_gb >= var.storage_gb
    error_message = "Storage can only grow: max_storage_gb must reach storage_gb."
  }
}

variable "database_name" {
  description = "Name of the database in it."
  type        = string
  default     = null
}

variable "username" {
  description = "The user that applications connect as."
  type        = string
  default     = "application"
}

variable "password_version" {
  description = "Raise it to have another password made."
  type        = number
  default     = 1
}

variable "make_login" {
  description = "Whether a password is made; false where one is there already, as with a database that moves here."
  type        = bool
  default     = true
}

variable "password" {
  description = "The password of username where make_login is false. It is in no state and no plan."
  type        = string
  default     = null
  sensitive   = true
  ephemeral   = true
}

variable "port" {
  description = "The port that it listens on."
  type        = number

  validation {
    condition     = var.port >= 1 && var.port <= 65535
    error_message = "A port is a number from 1 to 65535."
  }
}

variable "connection_secret_name" {
  description = "Name of the secret that says how to connect."
  type        = string
  default     = null
}

variable "connection_replica" {
  description = "Another region that keeps a copy of that secret, and the key there that it is encrypted with."
  type        = object({ region = string, kms_key_arn = string })
  default     = null
}

variable "address_secret_name" {
  description = "For a copy: name of the secret that says its host. All else that connecting takes is that of its source."
  type        = string
  default     = null
}

variable "replicate_source_arn" {
  description = "Set for a replica: the database in another region that it follows."
  type        = string
  default     = null
}

variable "promoted" {
  description = "For a replica: whether it takes the place of what it followed. It can never follow again."
  type        = bool
  default     = false
}

variable "restore_from_backups_arn" {
  description = "Set to begin with the newest state of backups that were copied into this region: see the module database-backup-copy."
  type        = string
  default     = null

  validation {
    condition     = var.restore_from_backups_arn == null || var.replicate_source_arn == null
    error_message = "A database follows another one or is restored from backups, not both."
  }
}

variable "vpc_id" {
  description = "The network that it is in."
  type        = string
}

variable "subnet_ids" {
  description = "Subnets without a way to the internet, in two zones at least."
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "RDS asks for subnets in two zones."
  }
}

variable "client_security_group_ids" {
  description = "Security groups that may connect, by who they are."
  type        = map(string)
  default     = {}
}

variable "multi_zone" {
  description = "Whether a standby in another zone takes over."
  type        = bool
  default     = true
}

variable "backup_retention_days" {
  description = "Days that it can be restored to any second of."
  type        = number
  default     = 35

  validation {
    condition     = var.backup_retention_days >= 1 && var.backup_retention_days <= 35
    error_message = "RDS keeps backups for 1 to 35 days; AWS Backup keeps them longer."
  }
}

variable "backup_window" {
  description = "When it is backed up daily, in UTC. A database that is off then is not backed up."
  type        = string
  default     = "01:00-02:00"

  validation {
    condition     = can(regex("^([01]\\d|2[0-3]):[0-5]\\d-([01]\\d|2[0-3]):[0-5]\\d$", var.backup_window))
    error_message = "A window is written as 01:00-02:00."
  }
}

variable "maintenance_window" {
  description = "When it may be patched each week, in UTC; apart from the backup, and while it is on."
  type        = string
  default     = "sun:02:30-sun:03:30"

  validation {
    condition     = can(regex("^[a-z]{3}:([01]\\d|2[0-3]):[0-5]\\d-[a-z]{3}:([01]\\d|2[0-3]):[0-5]\\d$", var.maintenance_window))
    error_message = "A window is written as sun:02:30-sun:03:30."
  }
}

variable "deletion_protection" {
  description = "Whether removing it has to be allowed first."
  type        = bool
  default     = true
}

variable "kms_key_arn" {
  description = "The key that data is encrypted with."
  type        = string
}

variable "secrets_kms_key_arn" {
  description = "The key that the connection is encrypted with."
  type        = string
  default     = null
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
