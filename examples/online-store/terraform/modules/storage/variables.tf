variable "environment" {
  description = "Environment that the buckets belong to; the first part of every name."
  type        = string
}

variable "media_domain" {
  description = "Host name under which product pictures are served."
  type        = string
}

variable "media_certificate_arn" {
  description = "Certificate for the host name; CloudFront takes it from us-east-1 only."
  type        = string
}
