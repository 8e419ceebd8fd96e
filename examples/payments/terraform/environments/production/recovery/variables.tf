variable "active" {
  description = "Whether production runs here, because eu-central-1 was lost: databases take the place of those that they follow, and names lead here. It cannot be taken back by setting it to false: docs/disaster-recovery.md says how to return."
  type        = bool
  default     = false
}
