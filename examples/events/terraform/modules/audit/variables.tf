variable "name" {
  description = "What names of its parts begin with."
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
  description = "The region that the trail is in."
  type        = string
}

variable "bucket_name" {
  description = "The bucket of the records, unique in the world."
  type        = string
}

variable "kms_key_arn" {
  description = "The key that data is encrypted with."
  type        = string
}

variable "retention_days" {
  description = "Days that records are kept."
  type        = number
  default     = 365

  validation {
    condition     = var.retention_days >= 90
    error_message = "Records are worth little unless they reach back to when an intruder came."
  }
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

variable "security_standards" {
  description = "Standards that Security Hub holds the account against, such as aws-foundational-security-best-practices/v/1.0.0 or pci-dss/v/4.0.1; empty for no Security Hub."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for standard in var.security_standards : can(regex("^[a-z0-9-]+/v/[0-9.]+$", standard))])
    error_message = "A standard is written as pci-dss/v/4.0.1."
  }
}

variable "protections" {
  description = "What GuardDuty reads besides the records of the account; it is paid for by how much there is to read."
  type        = set(string)
  default     = ["S3_DATA_EVENTS", "EKS_AUDIT_LOGS", "EBS_MALWARE_PROTECTION", "RDS_LOGIN_EVENTS", "LAMBDA_NETWORK_LOGS"]

  validation {
    condition     = alltrue([for protection in var.protections : contains(["S3_DATA_EVENTS", "EKS_AUDIT_LOGS", "EBS_MALWARE_PROTECTION", "RDS_LOGIN_EVENTS", "LAMBDA_NETWORK_LOGS"], protection)])
    error_message = "GuardDuty knows S3_DATA_EVENTS, EKS_AUDIT_LOGS, EBS_MALWARE_PROTECTION, RDS_LOGIN_EVENTS and LAMBDA_NETWORK_LOGS; runtime_agents turns on the watch over processes."
  }
}

variable "runtime_agents" {
  description = "Where GuardDuty puts an agent that watches processes: EKS_ADDON_MANAGEMENT, ECS_FARGATE_AGENT_MANAGEMENT, EC2_AGENT_MANAGEMENT. An agent sees everything on its machine, must be let in by rules of admission, and is paid for by the vCPU; empty for none."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for agent in var.runtime_agents : contains(["EKS_ADDON_MANAGEMENT", "ECS_FARGATE_AGENT_MANAGEMENT", "EC2_AGENT_MANAGEMENT"], agent)])
    error_message = "GuardDuty manages agents by EKS_ADDON_MANAGEMENT, ECS_FARGATE_AGENT_MANAGEMENT and EC2_AGENT_MANAGEMENT."
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
