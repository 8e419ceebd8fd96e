variable "name" {
  description = "Name of the group of schedules, and of its role."
  type        = string

  validation {
    condition     = can(regex("^[a-zA-Z0-9_-]{1,57}$", var.name))
    error_message = "A group is named with letters, digits, underscores and hyphens, 57 at most."
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

variable "region" {
  description = "The region of what is switched."
  type        = string
}

variable "timezone" {
  description = "The time zone of all times, such as Europe/Berlin; summer time is followed."
  type        = string
  default     = "UTC"

  validation {
    condition     = can(regex("^(UTC|[A-Za-z]+(/[A-Za-z0-9_+-]+)+)$", var.timezone))
    error_message = "A time zone has its name of the IANA database: Europe/Berlin."
  }
}

variable "services_on" {
  description = "When services are started and stopped, as cron(0 7 ? * MON-FRI *)."
  type        = object({ start = string, stop = string })

  validation {
    condition     = alltrue([for when in values(var.services_on) : startswith(when, "cron(") && endswith(when, ")")])
    error_message = "A time is written as cron(0 7 ? * MON-FRI *)."
  }
}

variable "databases_on" {
  description = "When databases are started and stopped: before the services that connect to them, and after them."
  type        = object({ start = string, stop = string })

  validation {
    condition     = alltrue([for when in values(var.databases_on) : startswith(when, "cron(") && endswith(when, ")")])
    error_message = "A time is written as cron(40 6 ? * MON-FRI *)."
  }
}

variable "databases" {
  description = "Identifiers of instances of RDS. None may be a replica or have one: RDS does not stop those."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for name in var.databases : length(name) <= 53])
    error_message = "Schedules are named after what they switch, and a name has 64 characters at most: 53 remain."
  }
}

variable "services" {
  description = "Services of ECS by their names, with the number of tasks that they are started with."
  type        = map(number)
  default     = {}

  validation {
    condition     = alltrue([for name, tasks in var.services : tasks >= 1 && length(name) <= 53])
    error_message = "A service starts with one task at least, and its name has 53 characters at most."
  }
}

variable "cluster_name" {
  description = "The cluster of these services; null where there are none."
  type        = string
  default     = null

  validation {
    condition     = var.cluster_name != null || length(var.services) == 0
    error_message = "Services are in a cluster: name it."
  }
}

variable "kms_key_arn" {
  description = "The key that schedules and missed calls are encrypted with."
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
