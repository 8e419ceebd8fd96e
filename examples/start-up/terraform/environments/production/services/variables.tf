variable "web_digest" {
  description = "The image of web by its SHA-256, as release-web.auto.tfvars says it. Written by the pipeline."
  type        = string

  validation {
    condition     = can(regex("^sha256:[0-9a-f]{64}$", var.web_digest)) && var.web_digest != "sha256:0000000000000000000000000000000000000000000000000000000000000000"
    error_message = "web was never released here: a release writes its digest into release-web.auto.tfvars."
  }
}

variable "api_digest" {
  description = "The image of api by its SHA-256, as release-api.auto.tfvars says it. Written by the pipeline."
  type        = string

  validation {
    condition     = can(regex("^sha256:[0-9a-f]{64}$", var.api_digest)) && var.api_digest != "sha256:0000000000000000000000000000000000000000000000000000000000000000"
    error_message = "api was never released here: a release writes its digest into release-api.auto.tfvars."
  }
}
