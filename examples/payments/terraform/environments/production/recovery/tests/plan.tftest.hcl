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

override_data {
  target = data.aws_kms_key.copies
  values = {
    arn = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

override_data {
  target = data.aws_kms_key.data
  values = {
    arn = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

override_data {
  target = data.aws_route53_zone.public
  values = {
    zone_id = "Z0123456789ABCDEFGHIJ"
  }
}

# Everything fits together without an account: names, types, and what other states tell.
run "plans" {
  command = plan
}
