variable "team_role_arns" {
  description = "Roles of teams in the account, by team (acquiring, ledger), such as those of single sign-on: they see what runs in their namespace."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for team, arn in var.team_role_arns : contains(["acquiring", "ledger"], team) && startswith(arn, "arn:aws:iam::")])
    error_message = "Teams have a namespace here, and a role is written as arn:aws:iam::111122223333:role/name."
  }
}

variable "administrator_role_arns" {
  description = "Roles of people who may do everything in the cluster, such as one of single sign-on."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for arn in var.administrator_role_arns : startswith(arn, "arn:aws:iam::")])
    error_message = "A role is written as arn:aws:iam::111122223333:role/name."
  }
}
