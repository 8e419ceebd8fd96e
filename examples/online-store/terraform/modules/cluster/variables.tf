variable "environment" {
  description = "Environment that the cluster belongs to; the first part of every name."
  type        = string
}

variable "kubernetes_version" {
  description = "Version of the control plane and the nodes, for example 1.34."
  type        = string
}

variable "subnet_ids" {
  description = "Private subnets for the nodes and the control plane's interfaces."
  type        = list(string)
}

variable "endpoint_public_access_cidrs" {
  description = "Who may reach the API server from the internet."
  type        = list(string)
  default     = ["0.0.0.0/0"]
}

variable "log_types" {
  description = "Control plane logs to keep."
  type        = list(string)
}

variable "log_retention_days" {
  description = "How long control plane logs are kept."
  type        = number
  default     = 90
}

variable "nodes" {
  description = "Instance types and size of the node group."
  type = object({
    instance_types = list(string)
    min            = number
    max            = number
  })

  validation {
    condition     = var.nodes.min <= var.nodes.max
    error_message = "The smallest size is above the largest."
  }
}

variable "admin_role_arn" {
  description = "IAM role that administers the cluster."
  type        = string
}
