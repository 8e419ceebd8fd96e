mock_provider "aws" {}

variables {
  name              = "test-ci"
  account_id        = "111122223333"
  issuer            = "https://token.actions.githubusercontent.com"
  audience          = "sts.amazonaws.com"
  repository        = "acme/platform"
  plan_subjects     = ["repo:acme/platform:pull_request"]
  apply_subjects    = ["repo:acme/platform:environment:test"]
  state_bucket_arns = ["arn:aws:s3:::test-state"]
  state_key_arns    = ["arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"]
  services          = ["ec2", "rds"]
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
