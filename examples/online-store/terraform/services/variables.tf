variable "environment" {
  description = "Name of the environment; the first part of every name."
  type        = string
}

variable "account_id" {
  description = "AWS account of the environment."
  type        = string
}

variable "cluster_oidc_issuer" {
  description = "Output of terraform/environments: the issuer of the cluster's service account tokens."
  type        = string
}

variable "alarm_topic_arns" {
  description = "SNS topics that are told about alarms."
  type        = list(string)
  default     = []
}
