# Passwords are made while planning, which no mock does: the real provider plans, and asks nobody.
provider "aws" {
  region                      = "eu-central-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}

provider "aws" {
  alias                       = "recovery"
  region                      = "eu-west-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}

override_module {
  target = module.vault
  outputs = {
    arn                   = "arn:aws:rds:eu-west-1:111122223333:db:test"
    address               = "database.example.com"
    security_group_id     = "sg-0a1b2c3d4e5f67890"
    connection_secret_arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:00000000-0000-0000-0000-000000000000"
    log_group_names = {
      postgresql = "/aws/rds/instance/test/postgresql"
      slowquery  = "/aws/rds/instance/test/slowquery"
    }
    address_secret_arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:00000000-0000-0000-0000-000000000000"
  }
}

override_module {
  target = module.entries
  outputs = {
    arn                   = "arn:aws:rds:eu-west-1:111122223333:db:test"
    address               = "database.example.com"
    security_group_id     = "sg-0a1b2c3d4e5f67890"
    connection_secret_arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:00000000-0000-0000-0000-000000000000"
    log_group_names = {
      postgresql = "/aws/rds/instance/test/postgresql"
      slowquery  = "/aws/rds/instance/test/slowquery"
    }
    address_secret_arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:00000000-0000-0000-0000-000000000000"
  }
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

override_data {
  target = data.terraform_remote_state.platform
  values = {
    outputs = {
      secrets_key_arn           = "arn:aws:kms:eu-central-1:444455556666:key/00000000-0000-0000-0000-000000000000"
      logs_key_arn              = "arn:aws:kms:eu-central-1:444455556666:key/00000000-0000-0000-0000-000000000000"
      alarm_topic_arn           = "arn:aws:sns:eu-central-1:444455556666:alarms"
      recovery_key_arn          = "arn:aws:kms:eu-west-1:444455556666:key/00000000-0000-0000-0000-000000000000"
      zone_id                   = "Z0123456789ABCDEFGHIJ"
      cluster_name              = "production-payments-cluster"
      cluster_security_group_id = "sg-0a1b2c3d4e5f67890"
      certificate_arn           = "arn:aws:acm:eu-central-1:444455556666:certificate/00000000-0000-0000-0000-000000000000"
    }
  }
}

# Everything fits together without an account: names, types, and what other states tell.
run "plans" {
  command = plan
}
