mock_provider "aws" {}

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

override_data {
  target = data.terraform_remote_state.data
  values = {
    outputs = {
      data_key_arn              = "arn:aws:kms:eu-central-1:444455556666:key/00000000-0000-0000-0000-000000000000"
      vault_security_group_id   = "sg-0a1b2c3d4e5f67890"
      vault_secret_arn          = "arn:aws:secretsmanager:eu-central-1:444455556666:secret:production/payments/vault/connection-a1b2c3"
      entries_security_group_id = "sg-0a1b2c3d4e5f67890"
      entries_secret_arn        = "arn:aws:secretsmanager:eu-central-1:444455556666:secret:production/payments/entries/connection-a1b2c3"
      rates_security_group_id   = "sg-0a1b2c3d4e5f67890"
      rates_secret_arn          = "arn:aws:secretsmanager:eu-central-1:444455556666:secret:production/payments/rates/connection-a1b2c3"
      authorised_arn            = "arn:aws:sqs:eu-central-1:444455556666:production-authorised-queue.fifo"
      statements_arn            = "arn:aws:s3:::payments-production-statements-bucket-444455556666"
    }
  }
}

# Everything fits together without an account: names, types, and what other states tell.
run "plans" {
  command = plan
}
