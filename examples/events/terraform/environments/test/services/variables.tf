variable "map_digest" {
  description = "The image of map by its SHA-256, as release-map.auto.tfvars says it. Written by the pipeline."
  type        = string

  validation {
    condition     = can(regex("^sha256:[0-9a-f]{64}$", var.map_digest)) && var.map_digest != "sha256:0000000000000000000000000000000000000000000000000000000000000000"
    error_message = "map was never released here: a release writes its digest into release-map.auto.tfvars."
  }
}

variable "report_digest" {
  description = "The image of report by its SHA-256, as release-report.auto.tfvars says it. Written by the pipeline."
  type        = string

  validation {
    condition     = can(regex("^sha256:[0-9a-f]{64}$", var.report_digest)) && var.report_digest != "sha256:0000000000000000000000000000000000000000000000000000000000000000"
    error_message = "report was never released here: a release writes its digest into release-report.auto.tfvars."
  }
}

variable "receive_digest" {
  description = "The package of receive by its SHA-256, as release-receive.auto.tfvars says it. Written by the pipeline."
  type        = string

  validation {
    condition     = can(regex("^sha256:[0-9a-f]{64}$", var.receive_digest)) && var.receive_digest != "sha256:0000000000000000000000000000000000000000000000000000000000000000"
    error_message = "receive was never released here: a release writes its digest into release-receive.auto.tfvars."
  }
}

variable "locate_digest" {
  description = "The package of locate by its SHA-256, as release-locate.auto.tfvars says it. Written by the pipeline."
  type        = string

  validation {
    condition     = can(regex("^sha256:[0-9a-f]{64}$", var.locate_digest)) && var.locate_digest != "sha256:0000000000000000000000000000000000000000000000000000000000000000"
    error_message = "locate was never released here: a release writes its digest into release-locate.auto.tfvars."
  }
}

variable "archive_digest" {
  description = "The package of archive by its SHA-256, as release-archive.auto.tfvars says it. Written by the pipeline."
  type        = string

  validation {
    condition     = can(regex("^sha256:[0-9a-f]{64}$", var.archive_digest)) && var.archive_digest != "sha256:0000000000000000000000000000000000000000000000000000000000000000"
    error_message = "archive was never released here: a release writes its digest into release-archive.auto.tfvars."
  }
}

variable "thumbnail_digest" {
  description = "The package of thumbnail by its SHA-256, as release-thumbnail.auto.tfvars says it. Written by the pipeline."
  type        = string

  validation {
    condition     = can(regex("^sha256:[0-9a-f]{64}$", var.thumbnail_digest)) && var.thumbnail_digest != "sha256:0000000000000000000000000000000000000000000000000000000000000000"
    error_message = "thumbnail was never released here: a release writes its digest into release-thumbnail.auto.tfvars."
  }
}

variable "sweep_digest" {
  description = "The package of sweep by its SHA-256, as release-sweep.auto.tfvars says it. Written by the pipeline."
  type        = string

  validation {
    condition     = can(regex("^sha256:[0-9a-f]{64}$", var.sweep_digest)) && var.sweep_digest != "sha256:0000000000000000000000000000000000000000000000000000000000000000"
    error_message = "sweep was never released here: a release writes its digest into release-sweep.auto.tfvars."
  }
}
