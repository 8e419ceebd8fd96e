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

run "for_the_edge_only" {
  command = plan

  variables {
    client_cidrs        = []
    client_prefix_lists = ["pl-4fa04526"]
  }

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.https) + length(aws_vpc_security_group_ingress_rule.http) == 0 && aws_vpc_security_group_ingress_rule.edge["pl-4fa04526"].from_port == 443
    error_message = "Nobody may come past the edge and its rules."
  }
}

run "too_long_a_name" {
  command = plan

  variables {
    name = "a-name-that-is-longer-than-a-load-balancer-may-have"
  }

  expect_failures = [var.name]
}
