variable "name" {
  description = "Beginning of the names of its alarms: the service and the objective."
  type        = string
}

variable "summary" {
  description = "What people meet when it is missed, without a full stop."
  type        = string
}

variable "objective" {
  description = "Share of requests that has to be good."
  type        = number

  validation {
    condition     = var.objective > 0 && var.objective < 1
    error_message = "An objective is a share below one: 0.999. Without a budget for failures every failure is an alarm."
  }
}

variable "namespace" {
  description = "Namespace of its metrics."
  type        = string
}

variable "dimensions" {
  description = "Dimensions of its metrics."
  type        = map(string)
}

variable "requests" {
  description = "The metric whose sum is the number of requests."
  type        = string
}

variable "bad" {
  description = "The metric whose sum is the number of failures; null where the objective is about time."
  type        = string
  default     = null
}

variable "latency" {
  description = "The metric of time, and the most of it that is good, in the unit of the metric."
  type        = object({ metric = string, most = number })
  default     = null

  validation {
    condition     = (var.latency == null) != (var.bad == null)
    error_message = "An objective is either about failures (bad) or about time (latency)."
  }
}

variable "runbooks_url" {
  description = "Where runbooks are read, without a slash at the end."
  type        = string
}

variable "page_topic_arn" {
  description = "The topic that wakes people: for what spends the budget within days."
  type        = string
}

variable "ticket_topic_arn" {
  description = "The topic of what waits for working hours."
  type        = string
}

variable "tags" {
  description = "Tags of everything here, besides the default tags of the provider."
  type        = map(string)
  default     = {}
}
