mock_provider "aws" {}

variables {
  name         = "test-addon-role"
  cluster_name = "test-shop"
  region       = "eu-west-1"
}

run "writes_only_its_zones" {
  command = plan

  variables {
    addon     = "cert-manager"
    zone_arns = ["arn:aws:route53:::hostedzone/Z0123456789ABCDEFGHIJ"]
  }

  assert {
    condition = alltrue([
      for statement in local.statements[var.addon] : statement.resources == var.zone_arns && length(statement.conditions) == 1
      if contains(statement.actions, "route53:ChangeResourceRecordSets")
    ])
    error_message = "cert-manager must write TXT records of its zones only."
  }
}

run "changes_are_held_to_something" {
  command = plan

  variables {
    addon = "aws-load-balancer-controller"
  }

  assert {
    condition = alltrue(flatten([
      for addon, statements in local.statements : [
        for statement in statements : length(statement.conditions) > 0
        if contains(statement.resources, "*") && !alltrue([for action in statement.actions : can(regex(":(Describe|List|Get)", action))])
      ]
    ]))
    error_message = "What changes something must name it, or be held to a tag or a region."
  }
}

run "zones_are_needed" {
  command = plan

  variables {
    addon = "external-dns"
  }

  expect_failures = [var.zone_arns]
}

run "an_addon_that_is_not_known" {
  command = plan

  variables {
    addon = "everything"
  }

  expect_failures = [var.addon]
}
