variable "images" {
  description = "Images with their digests, by who runs them: web, api. Written by the pipeline."
  type        = map(string)

  validation {
    condition     = alltrue([for image in values(var.images) : strcontains(image, "@sha256:")])
    error_message = "Every image is pinned by its digest: registry/name@sha256:…"
  }
}
