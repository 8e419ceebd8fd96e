mock_provider "aws" {
  mock_resource "aws_iam_policy" {
    defaults = { arn = "arn:aws:iam::111122223333:policy/test-shop-ci-boundary" }
  }
}

variables {
  name              = "test-shop-ci"
  account_id        = "111122223333"
  issuer            = "https://token.actions.githubusercontent.com"
  audience          = "sts.amazonaws.com"
  repository        = "acme/platform"
  plan_subjects     = ["repo:acme/platform:pull_request"]
  apply_subjects    = ["repo:acme/platform:environment:test"]
  state_bucket_arns = ["arn:aws:s3:::test-state"]
  state_key_arns    = ["arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"]
  services          = ["access-analyzer", "acm", "apigateway", "application-autoscaling", "autoscaling", "backup", "backup-storage", "budgets", "ce", "cloudfront", "cloudtrail", "cloudwatch", "config", "dynamodb", "ec2", "ecr", "ecs", "eks", "elasticache", "elasticloadbalancing", "events", "guardduty", "iam", "inspector2", "kms", "lambda", "logs", "rds", "route53", "s3", "scheduler", "secretsmanager", "securityhub", "servicediscovery", "sns", "sqs", "tag", "wafv2"]
  regions           = ["eu-west-1", "us-east-1"]
  create_provider   = false
}

run "two_roles" {
  command = plan

  assert {
    condition     = length(aws_iam_role.this) == 2
    error_message = "Whoever may plan must not be able to apply."
  }

  assert {
    condition = (
      jsondecode(aws_iam_role.this["apply"].assume_role_policy).Statement[0].Condition.StringLike
      ["token.actions.githubusercontent.com:sub"] == ["repo:acme/platform:environment:test"]
    )
    error_message = "Only the environment that people approve may apply."
  }
}

run "nobody_else_may_apply" {
  command = plan

  variables {
    apply_subjects = ["repo:acme/platform:*"]
  }

  expect_failures = [var.apply_subjects]
}

# IAM takes 6144 characters for a policy, and 10240 for all that are written into a role.
run "fits_into_iam" {
  command = apply

  assert {
    condition     = alltrue([for policy in aws_iam_policy.change : length(policy.policy) <= 6144])
    error_message = "IAM would refuse a policy: ${jsonencode({ for kind, policy in aws_iam_policy.change : kind => length(policy.policy) })}"
  }

  assert {
    condition     = length(aws_iam_role_policy.apply.policy) <= 10240
    error_message = "IAM would refuse the policy of the role: ${length(aws_iam_role_policy.apply.policy)}"
  }
}

run "changes_only_what_is_ours" {
  command = apply

  assert {
    condition = alltrue(flatten([
      for policy in aws_iam_policy.change : [
        for statement in jsondecode(policy.policy).Statement : statement.Resource != "*" || can(statement.Condition)
      ]
    ]))
    error_message = "Every change must be held to names, or to the tag of the environment."
  }

  assert {
    condition = alltrue([
      for statement in jsondecode(aws_iam_role_policy.apply.policy).Statement : can(statement.Condition.StringEquals["iam:PassedToService"])
      if statement.Effect == "Allow" && contains(flatten([statement.Action]), "iam:PassRole")
    ])
    error_message = "A role may be handed only to services that are named."
  }

  assert {
    condition = alltrue([
      for statement in jsondecode(aws_iam_role_policy.apply.policy).Statement : can(statement.Condition.StringEquals["iam:PermissionsBoundary"])
      if statement.Effect == "Allow" && contains(flatten([statement.Action]), "iam:PutRolePolicy")
    ])
    error_message = "A role may be given rights only within the boundary."
  }
}

run "copies_of_tables" {
  command = apply

  variables {
    copied_table_arns = ["arn:aws:dynamodb:eu-central-1:111122223333:table/test-vans-table"]
  }

  assert {
    condition = alltrue([
      for statement in jsondecode(aws_iam_role_policy.apply.policy).Statement :
      statement.Effect == "Allow" ? tolist(statement.Resource) == var.copied_table_arns : tolist(statement.NotResource) == var.copied_table_arns
      if contains(flatten([statement.Action]), "dynamodb:Scan")
    ])
    error_message = "A copy is made by who may read and write it, and no other table may be read."
  }

  assert {
    condition = [
      for statement in jsondecode(aws_iam_role_policy.plan.policy).Statement : statement.Resource
      if contains(flatten([statement.Action]), "dynamodb:Scan")
    ] == ["*"]
    error_message = "A plan reads no table at all."
  }

  assert {
    condition     = length(aws_iam_role_policy.apply.policy) <= 10240
    error_message = "IAM would refuse the policy of the role: ${length(aws_iam_role_policy.apply.policy)}"
  }
}

run "images_of_functions" {
  command = plan

  variables {
    function_repository_arns = ["arn:aws:ecr:eu-west-1:111122223333:repository/shop/thumbnail"]
  }

  assert {
    condition     = local.function_images[0].Resource == var.function_repository_arns && contains(local.function_images[0].Action, "ecr:SetRepositoryPolicy")
    error_message = "Lambda takes no image from a repository that it may not be let into."
  }
}

run "copies_of_everything" {
  command = plan

  variables {
    copied_table_arns = ["arn:aws:dynamodb:eu-central-1:111122223333:table/*"]
  }

  expect_failures = [var.copied_table_arns]
}

# CloudWatch takes no narrower right than to all alarms; SNS knows no ARN of a subscription in policies.
run "what_takes_no_name_is_not_held_to_one" {
  command = plan

  assert {
    condition     = length(setsubtract(["cloudwatch:PutCompositeAlarm", "sns:SetSubscriptionAttributes", "sns:Unsubscribe", "lambda:TagResource"], local.tagged)) == 0 && !contains(flatten(local.named[*].Action), "cloudwatch:PutCompositeAlarm")
    error_message = "AWS would refuse what is held to names that it has not."
  }
}

run "no_contents_by_another_way" {
  command = plan

  assert {
    condition     = alltrue([for statement in local.secrecy : statement.Effect == "Deny"]) && contains(local.secrecy[2].Action, "s3:GetObjectVersion")
    error_message = "Who reads an old version of an object reads the object."
  }
}

run "workloads_leave_the_guards_alone" {
  command = apply

  assert {
    condition     = anytrue([for statement in jsondecode(aws_iam_policy.boundary.policy).Statement : statement.Effect == "Deny" && contains(flatten([try(statement.Action, [])]), "cloudtrail:StopLogging")])
    error_message = "No workload may switch off what would tell of it."
  }

  assert {
    condition     = length(aws_iam_policy.boundary.policy) <= 6144
    error_message = "IAM would refuse the boundary: ${length(aws_iam_policy.boundary.policy)}"
  }
}

run "a_plan_writes_no_state" {
  command = plan

  assert {
    condition = alltrue([
      for statement in jsondecode(aws_iam_role_policy.plan.policy).Statement : alltrue([for arn in flatten([statement.Resource]) : endswith(arn, ".tflock")])
      if contains(flatten([statement.Action]), "s3:PutObject")
    ])
    error_message = "All that a plan may write is a lock."
  }

  assert {
    condition     = output.images_role_arn == null
    error_message = "Nobody pushes images unless asked for."
  }
}

run "images_are_pushed_and_nothing_else" {
  command = apply

  variables {
    images_subjects       = ["repo:acme/platform:ref:refs/heads/main"]
    image_repository_arns = ["arn:aws:ecr:eu-west-1:111122223333:repository/shop/api"]
  }

  assert {
    condition     = alltrue([for action in flatten([for statement in jsondecode(aws_iam_role_policy.images[0].policy).Statement : statement.Action]) : startswith(action, "ecr:")])
    error_message = "What builds images must not change anything else."
  }
}

run "packages_are_added_and_never_overwritten" {
  command = apply

  variables {
    packages_subjects    = ["repo:acme/report:ref:refs/heads/main"]
    artifact_bucket_arns = ["arn:aws:s3:::test-shop-artifacts/*"]
  }

  assert {
    condition = alltrue([
      for statement in jsondecode(aws_iam_role_policy.packages[0].policy).Statement : contains(["s3:PutObject", "kms:GenerateDataKey"], statement.Action)
    ])
    error_message = "What builds packages must not read or change anything else."
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.packages[0].policy).Statement[0].Condition.Null["s3:if-none-match"] == "false"
    error_message = "A package that may run must not be written over."
  }

  assert {
    condition     = length(aws_iam_role_policy.apply.policy) <= 10240
    error_message = "IAM would refuse the policy of the role: ${length(aws_iam_role_policy.apply.policy)}"
  }
}

run "no_repositories_no_push" {
  command = plan

  variables {
    images_subjects = ["repo:acme/platform:ref:refs/heads/main"]
  }

  expect_failures = [var.images_subjects]
}

run "a_pattern_for_everything" {
  command = plan

  variables {
    name_patterns = ["*"]
  }

  expect_failures = [var.name_patterns]
}

run "environments_with_a_hyphen" {
  command = plan

  variables {
    environment   = "pre-prod"
    name_patterns = ["shop-pre-prod-*"]
  }

  assert {
    condition     = local.place.StringEqualsIfExists["aws:ResourceTag/environment"] == ["pre-prod"] && alltrue([for arn in local.named_arns["secretsmanager"] : endswith(arn, ":secret:pre-prod/*")])
    error_message = "Tags and secrets go by the environment, whatever names look like."
  }
}
