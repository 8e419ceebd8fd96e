variable "images_subjects" {
  description = "Pipelines that may push images, one a repository that builds any."
  type        = list(string)
  default     = ["repo:payments-example/platform:ref:refs/heads/main"]
}
