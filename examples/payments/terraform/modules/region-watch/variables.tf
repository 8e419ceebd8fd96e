variable "name" {
  description = "Name of the recorder and the rule; that of the module audit."
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

variable "security_standards" {
  description = "Standards that Security Hub holds what is here against; empty for no Security Hub."
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
}

variable "alarm_topic_arn" {
  description = "The topic that people are told through, in this region."
  type        = string
}

variable "tags" {
  description = "Tags of everything here, besides the default tags of the provider."
  type        = map(string)
  default     = {}
}
