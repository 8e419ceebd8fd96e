variable "name" {
  description = "Name of the cluster."
  type        = string

  validation {
    condition     = can(regex("^[a-zA-Z0-9][a-zA-Z0-9_-]{0,62}$", var.name))
    error_message = "A cluster is named with letters, digits, underscores and hyphens, 63 at most."
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

variable "kubernetes_version" {
  description = "Minor version of Kubernetes, such as 1.35."
  type        = string

  validation {
    condition     = can(regex("^1\\.\\d+$", var.kubernetes_version))
    error_message = "A version is written as 1.35."
  }
}

variable "service_cidr" {
  description = "Addresses of services in the cluster."
  type        = string

  validation {
    condition     = can(cidrhost(var.service_cidr, 0))
    error_message = "Addresses are written as 172.20.0.0/16."
  }
}

variable "control_subnet_ids" {
  description = "Subnets for interfaces of the control plane."
  type        = list(string)
}

variable "node_subnet_ids" {
  description = "Subnets for nodes, one a zone."
  type        = list(string)
}

variable "node_pools" {
  description = "Pools of nodes, with their sizes over all zones."
  type        = map(object({ instance_types = list(string), spot = bool, min = number, max = number, desired = number, labels = map(string), taints = list(object({ key = string, value = string, effect = string })) }))

  validation {
    condition     = alltrue([for pool in var.node_pools : pool.min <= pool.desired && pool.desired <= pool.max])
    error_message = "A pool has between its least and its most nodes."
  }
}

variable "log_types" {
  description = "Parts of the audit trail that go to CloudWatch."
  type        = set(string)

  validation {
    condition     = alltrue([for type in var.log_types : contains(["api", "audit", "authenticator", "controllerManager", "scheduler"], type)])
    error_message = "EKS tells of api, audit, authenticator, controllerManager and scheduler."
  }
}

variable "administrator_role_arns" {
  description = "Roles of people who may do everything in the cluster."
  type        = set(string)
  default     = []
}

variable "api_client_cidrs" {
  description = "Addresses that people reach the API from, such as those behind the VPN; nodes always do."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for cidr in var.api_client_cidrs : can(cidrhost(cidr, 0)) && !endswith(cidr, "/0")])
    error_message = "Addresses are written as 10.8.0.0/16, and are not those of the whole internet."
  }
}

variable "kms_key_arn" {
  description = "The key that secrets of Kubernetes are encrypted with."
  type        = string
}

variable "volumes_kms_key_arns" {
  description = "Keys that volumes may be encrypted with, besides the one of the account."
  type        = list(string)
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
