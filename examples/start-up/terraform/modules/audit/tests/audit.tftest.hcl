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
    condition     = aws_cloudtrail.this.is_multi_region_trail && aws_cloudtrail.this.enable_log_file_validation && aws_config_configuration_recorder_status.this.is_enabled && aws_guardduty_detector.this.enable
    error_message = "All regions must be recorded, watched, and provably unchanged."
  }

  assert {
    condition     = aws_accessanalyzer_analyzer.this.type == "ACCOUNT"
    error_message = "What others can reach must be told."
  }
}

run "private_unless_told_otherwise" {
  command = plan

  assert {
    condition     = aws_s3_account_public_access_block.this.restrict_public_buckets && aws_ebs_snapshot_block_public_access.this.state == "block-all-sharing" && aws_ec2_instance_metadata_defaults.this.http_tokens == "required"
    error_message = "What is made by hand must be private too."
  }
}

run "no_standards_unless_asked" {
  command = plan

  assert {
    condition     = length(aws_securityhub_account.this) == 0
    error_message = "Security Hub costs by the check, and is asked for."
  }
}

run "standards" {
  command = plan

  variables {
    security_standards = ["aws-foundational-security-best-practices/v/1.0.0"]
  }

  assert {
    condition     = length(aws_securityhub_standards_subscription.this) == 1
    error_message = "What is asked for must be subscribed to."
  }
}

run "forgets_too_soon" {
  command = plan

  variables {
    retention_days = 30
  }

  expect_failures = [var.retention_days]
}

run "watches_data_and_clusters" {
  command = plan

  assert {
    condition     = length(aws_guardduty_detector_feature.protections) == 5 && alltrue([for feature in aws_guardduty_detector_feature.protections : feature.status == "ENABLED"])
    error_message = "Buckets, clusters, disks, databases and functions must be watched."
  }

  assert {
    condition     = length(aws_guardduty_detector_feature.runtime) == 0
    error_message = "Agents come where they are asked for."
  }
}

run "agents_where_asked_for" {
  command = plan

  variables {
    runtime_agents = ["EKS_ADDON_MANAGEMENT"]
  }

  assert {
    condition     = { for agent in aws_guardduty_detector_feature.runtime[0].additional_configuration : agent.name => agent.status } == { EKS_ADDON_MANAGEMENT = "ENABLED", ECS_FARGATE_AGENT_MANAGEMENT = "DISABLED", EC2_AGENT_MANAGEMENT = "DISABLED" }
    error_message = "Only agents that were asked for may be put anywhere."
  }
}

run "unknown_protection" {
  command = plan

  variables {
    protections = ["EVERYTHING"]
  }

  expect_failures = [var.protections]
}

run "days_that_cloudwatch_does_not_know" {
  command = plan

  variables {
    log_retention_days = 100
  }

  expect_failures = [var.log_retention_days]
}
