mock_provider "aws" {}

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

run "a_range_that_is_none" {
  command = plan

  variables {
    cidr = "10.0.0.0"
  }

  expect_failures = [var.cidr]
}
