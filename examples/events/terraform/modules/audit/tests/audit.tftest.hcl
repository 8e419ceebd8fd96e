mock_provider "aws" {}

variables {
  name        = "test-audit"
  account_id  = "111122223333"
  region      = "eu-west-1"
  bucket_name = "test-audit-111122223333"
  kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
}

run "sees_everything" {
  command = plan

  assert {
    condition     = aws_cloudtrail.this.is_multi_region_trail && aws_cloudtrail.this.enable_log_file_validation
    error_message = "All regions must be recorded, and provably unchanged."
  }
}

run "private_unless_told_otherwise" {
  command = plan

  assert {
    condition     = aws_s3_account_public_access_block.this.restrict_public_buckets
    error_message = "What is made by hand must be private too."
  }
}

run "forgets_too_soon" {
  command = plan

  variables {
    retention_days = 30
  }

  expect_failures = [var.retention_days]
}

run "days_that_cloudwatch_does_not_know" {
  command = plan

  variables {
    log_retention_days = 100
  }

  expect_failures = [var.log_retention_days]
}
