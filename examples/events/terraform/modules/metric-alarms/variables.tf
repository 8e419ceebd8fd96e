variable "alarms" {
  description = "Alarms by their names. `missing` says what silence means; `pages` wakes somebody."
  type = map(object({
    summary    = string
    runbook    = string
    namespace  = string
    metric     = string
    dimensions = map(string)
    statistic  = string
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
