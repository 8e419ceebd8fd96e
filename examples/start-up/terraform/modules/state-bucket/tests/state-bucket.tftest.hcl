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

run "a_name_that_s3_refuses" {
  command = plan

  variables {
    name = "Test_State"
  }

  expect_failures = [var.name]
}
