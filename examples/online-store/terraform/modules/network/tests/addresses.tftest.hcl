mock_provider "aws" {
  # the provider checks that a policy is JSON, and a mock's own text is not
  mock_data "aws_iam_policy_document" {
    defaults = { json = "{}" }
  }
}

variables {
  environment        = "staging"
  cidr_block         = "10.1.0.0/16"
  availability_zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
  transit_gateway_id = "tgw-00000000000000000"
}

run "tiers_do_not_overlap" {
  command = plan

  assert {
    condition     = aws_subnet.public["eu-west-1a"].cidr_block == "10.1.0.0/20"
    error_message = "Public subnets start at the beginning of the VPC."
  }

  assert {
    condition     = aws_subnet.private["eu-west-1a"].cidr_block == "10.1.64.0/20"
    error_message = "Private subnets start at the fifth sixteenth."
  }

  assert {
    condition     = aws_subnet.database["eu-west-1c"].cidr_block == "10.1.160.0/20"
    error_message = "Database subnets start at the ninth sixteenth."
  }
}

run "one_gateway_when_asked_for" {
  command = plan

  variables {
    single_nat_gateway = true
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 1
    error_message = "A shared NAT gateway is one gateway."
  }
}
