mock_provider "aws" {
  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/vpc/test-network" }
  }

  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::111122223333:role/test-network-flow-logs" }
  }
}

variables {
  name        = "test-network"
  account_id  = "111122223333"
  region      = "eu-west-1"
  cidr        = "10.0.0.0/16"
  kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  zones = [
    {
      zone         = "eu-west-1a"
      private_cidr = "10.0.0.0/19"
      public_cidr  = "10.0.128.0/22"
      data_cidr    = "10.0.144.0/22"
      control_cidr = "10.0.160.0/22"
    },
    {
      zone         = "eu-west-1b"
      private_cidr = "10.0.32.0/19"
      public_cidr  = "10.0.132.0/22"
      data_cidr    = "10.0.148.0/22"
      control_cidr = "10.0.164.0/22"
    },
  ]
}

run "a_gateway_in_each_zone" {
  command = plan

  assert {
    condition     = length(aws_nat_gateway.this) == 2
    error_message = "Each zone needs a NAT gateway of its own, or it fails with another zone."
  }

  assert {
    condition     = !anytrue([for subnet in aws_subnet.public : subnet.map_public_ip_on_launch])
    error_message = "Nothing may get a public address by itself."
  }
}

run "one_gateway_for_all_zones" {
  command = plan

  variables {
    nat = "single"
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 1 && length(aws_route.nat) == 2
    error_message = "Both zones must leave through one gateway."
  }
}

run "no_way_out" {
  command = plan

  variables {
    nat                 = "none"
    interface_endpoints = ["kms", "sts"]
  }

  assert {
    condition     = length(aws_route.nat) == 0 && length(aws_vpc_endpoint.interface) == 2
    error_message = "Without NAT only endpoints may lead out."
  }
}

run "nobody_elses_keys" {
  command = plan

  variables {
    interface_endpoints = ["kms", "sts"]
  }

  assert {
    condition = alltrue([
      for endpoint in concat(values(aws_vpc_endpoint.gateway), values(aws_vpc_endpoint.interface)) :
      anytrue([for statement in jsondecode(endpoint.policy).Statement : try(statement.Condition.StringEquals["aws:PrincipalAccount"], "") == var.account_id])
    ])
    error_message = "Endpoints let identities of the account through."
  }

  assert {
    condition = alltrue([
      for service, policy in local.endpoint_policies : alltrue([
        for statement in jsondecode(policy).Statement : can(statement.Condition) || !contains(flatten([statement.Action]), "*") && !contains(flatten([statement.Action]), "s3:PutObject")
      ])
    ])
    error_message = "Nobody else may write through an endpoint."
  }
}

run "flow_logs_find_their_group" {
  command = apply

  assert {
    condition     = contains(flatten([for statement in jsondecode(aws_iam_role_policy.flow_logs.policy).Statement : statement.Action]), "logs:DescribeLogGroups")
    error_message = "Flow logs look up the group that they write to."
  }
}

run "a_range_that_is_none" {
  command = plan

  variables {
    cidr = "10.0.0.0"
  }

  expect_failures = [var.cidr]
}
