mock_provider "aws" {}

override_data {
  target = data.terraform_remote_state.network
  values = {
    outputs = {
      vpc_id             = "vpc-0a1b2c3d4e5f67890"
      vpc_cidr           = "10.0.0.0/16"
      public_subnet_ids  = ["subnet-public0a", "subnet-public0b"]
      private_subnet_ids = ["subnet-private0a", "subnet-private0b"]
      data_subnet_ids    = ["subnet-data0a", "subnet-data0b"]
      control_subnet_ids = ["subnet-control0a", "subnet-control0b"]
    }
  }
}

override_data {
  target = data.terraform_remote_state.platform
  values = {
    outputs = {
      secrets_key_arn          = "arn:aws:kms:eu-north-1:666677778888:key/00000000-0000-0000-0000-000000000000"
      logs_key_arn             = "arn:aws:kms:eu-north-1:666677778888:key/00000000-0000-0000-0000-000000000000"
      alarm_topic_arn          = "arn:aws:sns:eu-north-1:666677778888:alarms"
      artifacts_bucket         = "artifacts"
      zone_id                  = "Z0123456789ABCDEFGHIJ"
      web_acl_arn              = "arn:aws:wafv2:eu-north-1:666677778888:regional/webacl/rules/00000000-0000-0000-0000-000000000000"
      cluster_arn              = "arn:aws:ecs:eu-north-1:666677778888:cluster/test-fleet-cluster"
      cluster_name             = "test-fleet-cluster"
      events_log_group_arn     = "arn:aws:logs:eu-north-1:666677778888:log-group:/aws/events/test-fleet-cluster"
      namespace_id             = "ns-0123456789abcdef"
      certificate_arn          = "arn:aws:acm:eu-north-1:666677778888:certificate/00000000-0000-0000-0000-000000000000"
      public_listener_arn      = "arn:aws:elasticloadbalancing:eu-north-1:666677778888:listener/app/lb/0123456789abcdef/0123456789abcdef"
      public_security_group_id = "sg-0a1b2c3d4e5f67890"
      public_load_balancer     = "app/lb/0123456789abcdef"
      public_dns_name          = "lb.eu-north-1.elb.amazonaws.com"
      public_zone_id           = "Z0123456789ABCDEFGHIJ"
    }
  }
}

override_data {
  target = data.terraform_remote_state.data
  values = {
    outputs = {
      data_key_arn   = "arn:aws:kms:eu-north-1:666677778888:key/00000000-0000-0000-0000-000000000000"
      positions_arn  = "arn:aws:sqs:eu-north-1:666677778888:test-positions-queue"
      to_archive_arn = "arn:aws:sqs:eu-north-1:666677778888:test-to-archive-queue"
      moved_arn      = "arn:aws:sns:eu-north-1:666677778888:test-moved-topic"
      vans_arn       = "arn:aws:dynamodb:eu-north-1:666677778888:table/test-vans-table"
      photos_arn     = "arn:aws:s3:::fleet-test-photos-bucket-666677778888"
      thumbnails_arn = "arn:aws:s3:::fleet-test-thumbnails-bucket-666677778888"
      history_arn    = "arn:aws:s3:::fleet-test-history-bucket-666677778888"
    }
  }
}

variables {
  map_digest       = "sha256:0000000000000000000000000000000000000000000000000000000000000001"
  report_digest    = "sha256:0000000000000000000000000000000000000000000000000000000000000001"
  receive_digest   = "sha256:0000000000000000000000000000000000000000000000000000000000000001"
  locate_digest    = "sha256:0000000000000000000000000000000000000000000000000000000000000001"
  archive_digest   = "sha256:0000000000000000000000000000000000000000000000000000000000000001"
  thumbnail_digest = "sha256:0000000000000000000000000000000000000000000000000000000000000001"
  sweep_digest     = "sha256:0000000000000000000000000000000000000000000000000000000000000001"
}

# Everything fits together without an account: names, types, and what other states tell.
run "plans" {
  command = plan
}
