variable "name" {
  description = "Name of the dashboard."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]{1,255}$", var.name))
    error_message = "A dashboard is named with letters, digits, underscores and hyphens."
  }
}

variable "region" {
  description = "The region that metrics are of, where none is said."
  type        = string
}

variable "rows" {
  description = "Rows of widgets. A widget shows each of its metrics (namespace, name, then dimensions and their values, with blanks between) in each of the statistics; or an expression that reckons with them as m1, m2 and so on; or the state of alarms; or a text. `most` draws the limit."
  type = list(object({
    title = string
    widgets = list(object({
      title      = string
      metrics    = optional(list(string), [])
      stats      = optional(list(string), ["Sum"])
      expression = optional(string)
      view       = optional(string, "timeSeries")
      period     = optional(number, 300)
      region     = optional(string)
      most       = optional(number)
      alarms     = optional(list(string), [])
      text       = optional(string)
    }))
  }))

  validation {
    condition     = alltrue([for row in var.rows : length(row.widgets) >= 1 && length(row.widgets) <= 6])
    error_message = "One to six widgets stand side by side."
  }

  validation {
    condition     = alltrue(flatten([for row in var.rows : [for one in row.widgets : length(one.metrics) + length(one.alarms) > 0 || one.text != null]]))
    error_message = "A widget shows metrics, alarms, or a text."
  }

  validation {
    condition     = alltrue(flatten([for row in var.rows : [for one in row.widgets : [for metric in one.metrics : length(split(" ", metric)) >= 2 && length(split(" ", metric)) % 2 == 0]]]))
    error_message = "A metric is its namespace and name, then pairs of a dimension and its value, with blanks between."
  }
}

variable "start" {
  description = "How far back it looks."
  type        = string
  default     = "-PT3H"
}
