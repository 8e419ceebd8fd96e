mock_provider "aws" {}

variables {
  name            = "test-alb"
  account_id      = "111122223333"
  vpc_id          = "vpc-0a1b2c3d4e5f67890"
  subnet_ids      = ["subnet-0a", "subnet-0b"]
  certificate_arn = "arn:aws:acm:eu-west-1:111122223333:certificate/00000000-0000-0000-0000-000000000000"
  log_bucket_name = "test-alb-logs-111122223333"
}

run "tls_only" {
  command = plan

  assert {
    condition     = aws_lb_listener.http.default_action[0].type == "redirect" && aws_lb.this.drop_invalid_header_fields && aws_lb.this.enable_deletion_protection
    error_message = "What comes without TLS must be sent to it."
  }
}

run "past_the_edge_comes_nobody" {
  command = plan

  variables {
    client_cidrs           = []
    has_client_prefix_list = true
    client_prefix_list_id  = "pl-0a1b2c3d"
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.list[0].prefix_list_id == "pl-0a1b2c3d" && length(aws_vpc_security_group_ingress_rule.https) == 0 && length(aws_vpc_security_group_ingress_rule.http) == 0
    error_message = "Who goes past the edge goes past its rules."
  }
}

run "too_long_a_name" {
  command = plan

  variables {
    name = "a-name-that-is-longer-than-a-load-balancer-may-have"
  }

  expect_failures = [var.name]
}
