variable "packages_subjects" {
  description = "Pipelines that may upload packages, one a repository that builds any."
  type        = list(string)
  default     = ["project_path:vans-example/platform:ref_type:branch:ref:main"]
}
