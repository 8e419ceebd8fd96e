mock_provider "aws" {}

variables {
  name               = "test-audit"
  region             = "eu-central-1"
  config_role_arn    = "arn:aws:iam::111122223333:role/test-audit-config"
  config_bucket_name = "test-audit-111122223333"
  alarm_topic_arn    = "arn:aws:sns:eu-central-1:111122223333:alarms"
}

run "watches_and_records" {
  command = plan

  assert {
    condition     = aws_guardduty_detector.this.enable && aws_config_configuration_recorder_status.this.is_enabled
    error_message = "A region that something stands in must be watched and recorded."
  }

  assert {
    condition     = !aws_config_configuration_recorder.this.recording_group[0].include_global_resource_types
    error_message = "What is in no region must be recorded once."
  }
}

run "no_standards_unless_asked" {
  command = plan

  assert {
    condition     = length(aws_securityhub_account.this) == 0
    error_message = "Security Hub costs by the check, and is asked for."
  }
}
