variable "images" {
  description = "Images with their digests, by who runs them: map, report. Written by the pipeline."
  type        = map(string)

  validation {
    condition     = alltrue([for image in values(var.images) : strcontains(image, "@sha256:")])
    error_message = "Every image is pinned by its digest: registry/name@sha256:…"
  }
}

variable "packages" {
  description = "Packages by function (receive, locate, archive, thumbnail, sweep): the key in the bucket of artifacts, and its SHA-256 in base64. Written by the pipeline."
  type        = map(object({ key = string, hash = string }))
}
