variable "name" {
  description = "Name of the role of the controller."
  type        = string
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
  description = "The region of the cluster."
  type        = string
}

variable "cluster_name" {
  description = "The cluster whose nodes it makes."
  type        = string
}

variable "namespace" {
  description = "The namespace of the controller."
  type        = string
  default     = "kube-system"
}

variable "node_role_arn" {
  description = "The role of nodes."
  type        = string

  validation {
    condition     = startswith(var.node_role_arn, "arn:aws:iam::")
    error_message = "A role is written as arn:aws:iam::111122223333:role/name."
  }
}

variable "node_role_name" {
  description = "Name of the role of nodes."
  type        = string
}

variable "make_spot_role" {
  description = "Whether the role of the account is made that spot machines are started with; once in each account."
  type        = bool
  default     = false
}

variable "kms_key_arn" {
  description = "The key that the queue is encrypted with; it must let events.amazonaws.com use it."
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
