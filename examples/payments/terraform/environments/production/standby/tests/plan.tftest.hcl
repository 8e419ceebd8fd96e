# Passwords are made while planning, which no mock does: the real provider plans, and asks nobody.
provider "aws" {
  region                      = "eu-west-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}

override_module {
  target = module.rates
  outputs = {
    address               = "cache.example.com"
    security_group_id     = "sg-0a1b2c3d4e5f67890"
    connection_secret_arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:00000000-0000-0000-0000-000000000000"
    log_group_names = {
      slow-log = "/aws/elasticache/test/slow-log"
    }
  }
}

override_data {
  target = data.terraform_remote_state.recovery
  values = {
    outputs = {
      vpc_id                    = "vpc-0a1b2c3d4e5f67890"
      vpc_cidr                  = "10.0.0.0/16"
      public_subnet_ids         = ["subnet-public0a", "subnet-public0b"]
      private_subnet_ids        = ["subnet-private0a", "subnet-private0b"]
      data_subnet_ids           = ["subnet-data0a", "subnet-data0b"]
      control_subnet_ids        = ["subnet-control0a", "subnet-control0b"]
      private_zone_id           = "Z0123456789ABCDEFGHIJ"
      active                    = false
      copies_key_arn            = "arn:aws:kms:eu-west-1:444455556666:key/00000000-0000-0000-0000-000000000000"
      data_key_arn              = "arn:aws:kms:eu-west-1:444455556666:key/00000000-0000-0000-0000-000000000000"
      zone_id                   = "Z0123456789ABCDEFGHIJ"
      vault_security_group_id   = "sg-0a1b2c3d4e5f67890"
      vault_address_arn         = "arn:aws:secretsmanager:eu-west-1:444455556666:secret:production-dr/payments/vault/address-a1b2c3"
      entries_security_group_id = "sg-0a1b2c3d4e5f67890"
      entries_address_arn       = "arn:aws:secretsmanager:eu-west-1:444455556666:secret:production-dr/payments/entries/address-a1b2c3"
      statements_arn            = "arn:aws:s3:::payments-production-statements-replica-444455556666"
    }
  }
}

# Everything fits together without an account: names, types, and what other states tell.
run "plans" {
  command = plan
}
