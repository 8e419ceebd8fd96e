# The provider cannot be mocked where passwords are made, so that the real one plans, which asks nobody.
provider "aws" {
  region                      = "eu-west-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}

variables {
  name                   = "orders"
  connection_secret_name = "test/shop/orders/connection"
  host                   = "orders.data.svc.cluster.local"
  port                   = 5432
  username               = "app"
  database_name          = "orders"
  secrets_kms_key_arn    = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  make_login             = false
  password               = "given-by-the-test"
}

run "encrypted_with_our_key" {
  command = plan

  assert {
    condition     = aws_secretsmanager_secret.connection.kms_key_id == var.secrets_kms_key_arn && aws_secretsmanager_secret_version.connection.secret_string_wo_version == 1
    error_message = "The connection must be encrypted with the key of secrets, and written once."
  }
}

run "there_in_another_region" {
  command = plan

  variables {
    connection_replica = {
      region      = "eu-central-1"
      kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
    }
  }

  assert {
    condition     = one(aws_secretsmanager_secret.connection.replica[*].region) == "eu-central-1"
    error_message = "What comes up in the other region must find the login there."
  }
}

run "a_cache_has_no_users" {
  command = plan

  variables {
    host          = "sessions.data.svc.cluster.local"
    port          = 6379
    username      = null
    database_name = null
  }

  assert {
    condition     = length(local.owner) == 0
    error_message = "A cache has a password, and neither users nor databases."
  }
}

run "a_user_without_a_database" {
  command = plan

  variables {
    database_name = null
  }

  expect_failures = [var.database_name]
}

run "outside_of_the_cluster" {
  command = plan

  variables {
    host = "orders.example.com"
  }

  expect_failures = [var.host]
}
