mock_provider "aws" {}

variables {
  name        = "test-state-111122223333"
  account_id  = "111122223333"
  kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
}

run "private_and_versioned" {
  command = plan

  assert {
    condition     = aws_s3_bucket_versioning.this.versioning_configuration[0].status == "Enabled"
    error_message = "Without versions a broken state is a lost one."
  }

  assert {
    condition     = aws_s3_bucket_public_access_block.this.restrict_public_buckets
    error_message = "States must never be public."
  }

  assert {
    condition     = aws_s3_bucket_lifecycle_configuration.this.rule[0].noncurrent_version_expiration[0].newer_noncurrent_versions == 20
    error_message = "The newest states must be kept however old they are."
  }
}

run "under_our_key_only" {
  command = plan

  assert {
    condition     = local.no_other_key.Effect == "Deny" && local.no_other_key.Condition.StringNotEquals["s3:x-amz-server-side-encryption"] == "aws:kms"
    error_message = "A state that is written under another key is not guarded by ours."
  }

  assert {
    condition     = local.no_other_key.Condition.Null["s3:x-amz-server-side-encryption"] == "false"
    error_message = "Who names no key gets that of the bucket, and must not be turned away."
  }
}

run "a_name_that_s3_refuses" {
  command = plan

  variables {
    name = "Test_State"
  }

  expect_failures = [var.name]
}
