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

run "does_not_record_its_own_records" {
  command = plan

  assert {
    condition = [
      for field in flatten([for selector in aws_cloudtrail.this.advanced_event_selector : tolist(selector.field_selector)]) : [jsonencode(field.not_starts_with), jsonencode(field.starts_with)] if field.field == "resources.ARN"
    ] == [["[\"arn:aws:s3:::test-audit-111122223333/\"]", "null"], ["null", "[\"arn:aws:s3:::test-audit-111122223333/\"]"]]
    error_message = "Each record that is written would be recorded, without end."
  }

  assert {
    condition = anytrue([
      for field in flatten([for selector in aws_cloudtrail.this.advanced_event_selector : tolist(selector.field_selector)]) : field.field == "eventCategory" && jsonencode(field.equals) == "[\"Management\"]"
    ])
    error_message = "What is done to things must be recorded."
  }
}

run "config_sees_identities" {
  command = plan

  assert {
    condition     = aws_iam_service_linked_role.config.aws_service_name == "config.amazonaws.com"
    error_message = "A role within the boundary of the pipeline cannot look at identities."
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
