variable "alarms" {
  description = "Alarms by their names. `missing` says what silence means; `pages` wakes somebody. An `expression` reckons with the metric as `m`, and with those beside it by their ids."
  type = map(object({
    summary    = string
    runbook    = string
    namespace  = string
    metric     = string
    dimensions = map(string)
    statistic  = string
    expression = optional(string)
    beside     = optional(map(string), {})
    threshold  = number
    below      = optional(bool, false)
    period     = optional(number, 300)
    periods    = optional(number, 3)
    missing    = optional(string, "notBreaching")
    pages      = optional(bool, false)
    tags       = optional(map(string), {})
  }))

  validation {
    condition     = alltrue([for alarm in values(var.alarms) : contains(["breaching", "notBreaching", "ignore", "missing"], alarm.missing)])
    error_message = "Silence is breaching, notBreaching, ignore or missing."
  }

  validation {
    condition     = alltrue([for alarm in values(var.alarms) : can(regex("^(Average|Maximum|Minimum|Sum|SampleCount|p\\d{1,2}(\\.\\d+)?)$", alarm.statistic))])
    error_message = "A statistic is Average, Maximum, Minimum, Sum, SampleCount, or a percentile such as p99."
  }
}

variable "runbooks_url" {
  description = "Where runbooks are read, without a slash at the end."
  type        = string
}

variable "page_topic_arn" {
  description = "The topic that wakes people."
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
