variable "domain" {
  description = "The name that it is for; names one level below it are covered too."
  type        = string
}

variable "zone_id" {
  description = "The public zone that proves the domain to be ours."
  type        = string
}

variable "tags" {
  description = "Tags of everything here, besides the default tags of the provider."
  type        = map(string)
  default     = {}
}
