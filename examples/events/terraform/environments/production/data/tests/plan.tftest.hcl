mock_provider "aws" {}

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
      page_topic_arn           = "arn:aws:sns:eu-north-1:666677778888:pages"
      cluster_arn              = "arn:aws:ecs:eu-north-1:666677778888:cluster/production-fleet-cluster"
      cluster_name             = "production-fleet-cluster"
      events_log_group_arn     = "arn:aws:logs:eu-north-1:666677778888:log-group:/aws/events/production-fleet-cluster"
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

# Everything fits together without an account: names, types, and what other states tell.
run "plans" {
  command = plan
}
