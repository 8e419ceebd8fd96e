variable "name" {
  description = "Name of the recorder and the analyzer."
  type        = string
}

variable "region" {
  description = "The region that is watched."
  type        = string
}

variable "config_role_arn" {
  description = "The role that AWS Config looks with, made by the module audit."
  type        = string

  validation {
    condition     = startswith(var.config_role_arn, "arn:aws:iam::")
    error_message = "A role is written as arn:aws:iam::111122223333:role/name."
  }
}

variable "config_bucket_name" {
  description = "The bucket that it writes to, which may be in another region."
  type        = string
}

variable "config_kms_key_arn" {
  description = "The key that records are encrypted with; null for that of the bucket."
  type        = string
  default     = null
}

variable "records_global" {
  description = "Whether what is in no region, such as roles, is recorded here: in one region of an account, or it is paid for several times."
  type        = bool
  default     = false
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

variable "tags" {
  description = "Tags of everything here, besides the default tags of the provider."
  type        = map(string)
  default     = {}
}
