variable "pager_endpoints" {
  description = "HTTPS addresses of the service that wakes people; until one is given, pages are mails."
  type        = set(string)
  default     = []
}
