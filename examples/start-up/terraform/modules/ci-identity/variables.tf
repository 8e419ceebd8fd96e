variable "name" {
  description = "What the names of the roles begin with, such as production-shop-ci; -plan, -apply, -images and -packages are appended."
  type        = string

  validation {
    condition     = can(regex("^[a-zA-Z0-9_-]{1,55}$", var.name))
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

variable "name_patterns" {
  description = "Names of what the pipeline may change, such as production-*; null for those that begin with the environment, or with the system and the environment, as name says them."
  type        = list(string)
  default     = null

  validation {
    condition     = var.name_patterns == null ? true : alltrue([for pattern in var.name_patterns : can(regex("^[a-zA-Z0-9][a-zA-Z0-9_.-]*\\*$", pattern))])
    error_message = "A pattern begins with a name and ends in one asterisk: production-*."
  }
}

variable "environment" {
  description = "The environment, as its tag and the paths of its secrets say; null for what names begin with."
  type        = string
  default     = null
}

variable "standby" {
  description = "What the environment is called where it comes up in another region; null where it does not."
  type        = string
  default     = null
}

variable "environment_tag" {
  description = "The tag that says which environment a thing belongs to."
  type        = string
  default     = "environment"
}

variable "regions" {
  description = "Regions that changes are held to, with us-east-1 where something global is among them; empty for any."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for region in var.regions : can(regex("^[a-z]{2}(-[a-z]+)+-\\d$", region))])
    error_message = "A region is written as eu-west-1."
  }
}

variable "images_subjects" {
  description = "Subjects of tokens that may push images; empty for no such role."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for subject in var.images_subjects : !strcontains(subject, "*")])
    error_message = "A subject that may push must be exact."
  }

  validation {
    condition     = length(var.images_subjects) == 0 || length(var.image_repository_arns) > 0
    error_message = "Who may push needs image_repository_arns to push to."
  }
}

variable "image_repository_arns" {
  description = "Repositories of ECR that images are pushed to."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for arn in var.image_repository_arns : startswith(arn, "arn:aws:ecr:")])
    error_message = "A repository is written as arn:aws:ecr:eu-west-1:111122223333:repository/name."
  }
}

variable "packages_subjects" {
  description = "Subjects of tokens that may upload packages of functions; empty for no such role."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for subject in var.packages_subjects : !strcontains(subject, "*")])
    error_message = "A subject that may upload must be exact."
  }

  validation {
    condition     = length(var.packages_subjects) == 0 || length(var.artifact_bucket_arns) > 0
    error_message = "Who may upload needs artifact_bucket_arns to upload to."
  }
}

variable "artifact_bucket_arns" {
  description = "Objects that Terraform reads besides states, such as packages of functions: arn:aws:s3:::bucket/*."
  type        = list(string)
  default     = []
}

variable "function_repository_arns" {
  description = "Repositories of ECR that images of functions are taken from."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for arn in var.function_repository_arns : startswith(arn, "arn:aws:ecr:")])
    error_message = "A repository is written as arn:aws:ecr:eu-west-1:111122223333:repository/name."
  }
}

variable "copied_table_arns" {
  description = "Copies of tables of DynamoDB in another region, which an apply makes: it needs rights to what is in them."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for arn in var.copied_table_arns : can(regex("^arn:aws:dynamodb:[a-z0-9-]+:\\d{12}:table/[a-zA-Z0-9_.-]+$", arn))])
    error_message = "A table is written as arn:aws:dynamodb:eu-central-1:111122223333:table/name."
  }
}

variable "tags" {
  description = "Tags of everything here, besides the default tags of the provider."
  type        = map(string)
  default     = {}
}
