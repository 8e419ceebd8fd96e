variable "name" {
  description = "What the names of the roles begin with; -plan and -apply are appended."
  type        = string

  validation {
    condition     = can(regex("^[a-zA-Z0-9_-]{1,58}$", var.name))
    error_message = "The name of a role has 64 letters, digits, underscores and hyphens at most."
  }
}

variable "account_id" {
  description = "The account that the roles are in."
  type        = string

  validation {
    condition     = can(regex("^\\d{12}$", var.account_id))
    error_message = "An account id has 12 digits."
  }
}

variable "issuer" {
  description = "Who vouches for the pipeline: https://token.actions.githubusercontent.com or https://gitlab.com."
  type        = string

  validation {
    condition     = startswith(var.issuer, "https://")
    error_message = "The issuer is an address that begins with https://."
  }
}

variable "audience" {
  description = "Whom the tokens of the pipeline are meant for: sts.amazonaws.com for GitHub, the address of the host for GitLab."
  type        = string
}

variable "create_provider" {
  description = "Whether the issuer is made known to the account here; once in each account."
  type        = bool
  default     = true
}

variable "repository" {
  description = "The repository whose pipeline it is."
  type        = string
}

variable "plan_subjects" {
  description = "Subjects of tokens that may plan."
  type        = list(string)

  validation {
    condition     = alltrue([for subject in var.plan_subjects : !startswith(subject, "*")])
    error_message = "A subject must name a repository, or every pipeline in the world may plan."
  }
}

variable "apply_subjects" {
  description = "Subjects of tokens that may apply."
  type        = list(string)

  validation {
    condition     = alltrue([for subject in var.apply_subjects : !strcontains(subject, "*")])
    error_message = "A subject that may apply must be exact."
  }
}

variable "state_bucket_arns" {
  description = "Buckets of the states that the pipeline works on."
  type        = list(string)
}

variable "state_key_arns" {
  description = "Keys that those states are encrypted with."
  type        = list(string)
}

variable "services" {
  description = "Services of AWS that an apply may change, by their prefix in IAM, such as ec2."
  type        = set(string)

  validation {
    condition     = alltrue([for service in var.services : can(regex("^[a-z0-9-]+$", service))])
    error_message = "A service is a prefix of IAM such as ec2, without a wildcard."
  }
}

variable "tags" {
  description = "Tags of everything here, besides the default tags of the provider."
  type        = map(string)
  default     = {}
}
