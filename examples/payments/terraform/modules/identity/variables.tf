variable "name" {
  description = "Name of the role."
  type        = string

  validation {
    condition     = can(regex("^[a-zA-Z0-9+=,.@_-]{1,64}$", var.name))
    error_message = "The name of a role has 64 characters at most."
  }
}

variable "description" {
  description = "Whose role it is."
  type        = string
}

variable "cluster_name" {
  description = "The cluster that it is used in."
  type        = string
}

variable "namespace" {
  description = "The namespace of who uses it."
  type        = string
}

variable "service_account" {
  description = "The service account that may take it."
  type        = string
}

variable "statements" {
  description = "What it may do, and on which conditions: values by key by operator."
  type        = list(object({ actions = list(string), resources = list(string), conditions = optional(map(map(list(string))), {}) }))
  default     = []
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
