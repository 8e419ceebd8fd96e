mock_provider "aws" {}

variables {
  name           = "test-uploads-111122223333"
  role_name      = "test-uploads"
  kms_key_arn    = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  retention_days = 7
}

run "private_and_versioned" {
  command = plan

  assert {
    condition     = aws_s3_bucket_versioning.this.versioning_configuration[0].status == "Enabled" && aws_s3_bucket_public_access_block.this.block_public_policy
    error_message = "A bucket must keep versions, and never be public."
  }

  assert {
    condition     = length(aws_s3_bucket_replication_configuration.this) == 0
    error_message = "Nothing is copied unless asked for."
  }
}

run "copied" {
  command = plan

  variables {
    replica = {
      bucket_arn  = "arn:aws:s3:::test-replica"
      kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
    }
  }

  assert {
    condition     = length(aws_s3_bucket_replication_configuration.this) == 1
    error_message = "Everything must be copied."
  }
}
