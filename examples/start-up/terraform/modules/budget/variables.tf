variable "name" {
  description = "Name of the budget."
  type        = string
}

variable "monthly_usd" {
  description = "US dollars a month."
  type        = number

  validation {
    condition     = var.monthly_usd > 0
    error_message = "A budget is more than nothing."
  }
}

variable "environment" {
  description = "Value of the tag environment that the budget counts."
  type        = string
}

variable "emails" {
  description = "Mail addresses that are told."
  type        = set(string)
}

variable "anomaly_usd" {
  description = "US dollars above what is usual that are worth a mail."
  type        = number
  default     = 50
}

variable "detect_anomalies" {
  description = "Whether unusual costs of the environment are looked for, by its tag."
  type        = bool
  default     = true
}

variable "tags" {
  description = "Tags of everything here, besides the default tags of the provider."
  type        = map(string)
  default     = {}
}
