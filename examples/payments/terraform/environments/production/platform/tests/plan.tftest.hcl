mock_provider "aws" {}

mock_provider "aws" {
  alias = "recovery"
}

mock_provider "aws" {
  alias = "edge"
}

override_data {
  target = data.terraform_remote_state.network
  values = {
    outputs = {
      vpc_id             = "vpc-0a1b2c3d4e5f67890"
      vpc_cidr           = "10.0.0.0/16"
      public_subnet_ids  = ["subnet-public0a", "subnet-public0b"]
      private_subnet_ids = ["subnet-private0a", "subnet-private0b"]
      data_subnet_ids    = ["subnet-data0a", "subnet-data0b"]
      control_subnet_ids = ["subnet-control0a", "subnet-control0b"]
      private_zone_id    = "Z0123456789ABCDEFGHIJ"
    }
  }
}

# Everything fits together without an account: names, types, and what other states tell.
run "plans" {
  command = plan
}
