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
      secrets_key_arn          = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
      logs_key_arn             = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
      alarm_topic_arn          = "arn:aws:sns:eu-west-1:111122223333:alarms"
      zone_id                  = "Z0123456789ABCDEFGHIJ"
      web_acl_arn              = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/rules/00000000-0000-0000-0000-000000000000"
      cluster_arn              = "arn:aws:ecs:eu-west-1:111122223333:cluster/staging-shop-cluster"
      cluster_name             = "staging-shop-cluster"
      events_log_group_arn     = "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/events/staging-shop-cluster"
      namespace_id             = "ns-0123456789abcdef"
      certificate_arn          = "arn:aws:acm:eu-west-1:111122223333:certificate/00000000-0000-0000-0000-000000000000"
      public_listener_arn      = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/lb/0123456789abcdef/0123456789abcdef"
      public_security_group_id = "sg-0a1b2c3d4e5f67890"
      public_load_balancer     = "app/lb/0123456789abcdef"
      public_dns_name          = "lb.eu-west-1.elb.amazonaws.com"
      public_zone_id           = "Z0123456789ABCDEFGHIJ"
    }
  }
}

override_data {
  target = data.terraform_remote_state.data
  values = {
    outputs = {
      data_key_arn               = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
      orders_security_group_id   = "sg-0a1b2c3d4e5f67890"
      orders_secret_arn          = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:staging/shop/orders/connection-a1b2c3"
      sessions_security_group_id = "sg-0a1b2c3d4e5f67890"
      sessions_secret_arn        = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:staging/shop/sessions/connection-a1b2c3"
      uploads_arn                = "arn:aws:s3:::shop-staging-uploads-bucket-111122223333"
    }
  }
}

variables {
  web_digest = "sha256:0000000000000000000000000000000000000000000000000000000000000001"
  api_digest = "sha256:0000000000000000000000000000000000000000000000000000000000000001"
}

# Everything fits together without an account: names, types, and what other states tell.
run "plans" {
  command = plan
}
