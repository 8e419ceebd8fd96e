variable "images" {
  description = "Services that have an image; each gets a repository."
  type        = list(string)
  default     = ["api", "web", "orders-worker", "notifications"]
}

variable "account_ids" {
  description = "Accounts of the environments: their clusters pull images, their roles keep state here."
  type        = list(string)
  default     = ["111122223333", "444455556666"]
}
