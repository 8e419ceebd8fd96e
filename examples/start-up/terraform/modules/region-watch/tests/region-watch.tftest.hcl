mock_provider "aws" {}

variables {
  name               = "test-audit"
  region             = "eu-central-1"
  config_role_arn    = "arn:aws:iam::111122223333:role/test-audit-config"
  config_bucket_name = "test-audit-111122223333"
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

run "records_what_is_in_no_region_where_asked_for" {
  command = plan

  variables {
    records_global = true
  }

  assert {
    condition     = aws_config_configuration_recorder.this.recording_group[0].include_global_resource_types
    error_message = "One region must record what is in none."
  }
}

run "private_unless_told_otherwise" {
  command = plan

  assert {
    condition     = aws_ebs_encryption_by_default.this.enabled && aws_ebs_snapshot_block_public_access.this.state == "block-all-sharing" && aws_ec2_instance_metadata_defaults.this.http_tokens == "required"
    error_message = "What is made by hand must be private too."
  }

  assert {
    condition     = aws_accessanalyzer_analyzer.this.type == "ACCOUNT"
    error_message = "What others can reach must be told."
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
