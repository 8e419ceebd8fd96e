variable "name" {
  description = "Name of the dashboard."
  type        = string
}

variable "widgets" {
  description = "What it shows, as CloudWatch describes the body of dashboards."
  type        = any
}

variable "start" {
  description = "How far back it looks."
  type        = string
  default     = "-PT3H"
}
