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
  name                   = "test-sessions-cache"
  description            = "Sessions under test"
  engine_version         = "7.1"
  node_type              = "cache.t4g.small"
  connection_secret_name = "test/shop/sessions/connection"
  vpc_id                 = "vpc-0a1b2c3d4e5f67890"
  subnet_ids             = ["subnet-0a", "subnet-0b"]
  kms_key_arn            = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  secrets_kms_key_arn    = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  logs_kms_key_arn       = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  make_login             = false
  password               = "given-by-the-test"
}

run "encrypted_and_in_two_zones" {
  command = plan

  assert {
    condition     = aws_elasticache_replication_group.this.transit_encryption_enabled && aws_elasticache_replication_group.this.at_rest_encryption_enabled == "true" && aws_elasticache_replication_group.this.multi_az_enabled
    error_message = "A cache must be encrypted, and survive the loss of a zone."
  }
}

run "one_node_takes_over_for_nobody" {
  command = plan

  variables {
    nodes = 1
  }

  assert {
    condition     = !aws_elasticache_replication_group.this.automatic_failover_enabled
    error_message = "One node has none to take over."
  }
}

run "too_many" {
  command = plan

  variables {
    nodes = 9
  }

  expect_failures = [var.nodes]
}

run "connections_from_those_named" {
  command = plan

  variables {
    client_security_group_ids = { cluster = "sg-0a1b2c3d4e5f67890" }
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.this["cluster"].referenced_security_group_id == "sg-0a1b2c3d4e5f67890" && aws_vpc_security_group_ingress_rule.this["cluster"].to_port == var.port
    error_message = "Who is named must get through, to this port only."
  }
}
