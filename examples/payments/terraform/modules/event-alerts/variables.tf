variable "events" {
  description = "What is told when it happens, by the name of its rule: the pattern of the event as JSON, and what it `says` of itself, as paths by their labels. `pages` wakes somebody."
  type = map(object({
    summary = string
    runbook = string
    pattern = string
    says    = optional(map(string), {})
    pages   = optional(bool, false)
    tags    = optional(map(string), {})
  }))

  validation {
    condition     = alltrue([for name, event in var.events : can(regex("^[.A-Za-z0-9_-]{1,64}$", name)) && can(jsondecode(event.pattern))])
    error_message = "A rule is named with 64 letters, digits, points, underscores and hyphens at most, and its pattern is JSON."
  }

  validation {
    condition     = alltrue([for event in values(var.events) : !strcontains(event.summary, "\"")])
    error_message = "A summary is told between quotes, so it holds none."
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
