mock_provider "aws" {}

variables {
  name            = "test-edge"
  hosts           = ["shop.example"]
  origin          = "origin.shop.example"
  certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-0000-0000-000000000000"
  web_acl_arn     = "arn:aws:wafv2:us-east-1:111122223333:global/webacl/rules/00000000-0000-0000-0000-000000000000"
  log_bucket_name = "test-edge-logs-111122223333"
}

run "tls_only" {
  command = plan

  assert {
    condition     = aws_cloudfront_distribution.this.default_cache_behavior[0].viewer_protocol_policy == "redirect-to-https" && one(one(aws_cloudfront_distribution.this.origin).custom_origin_config).origin_protocol_policy == "https-only"
    error_message = "Both ways must be encrypted."
  }

  assert {
    condition     = aws_cloudfront_distribution.this.default_cache_behavior[0].cache_policy_id == data.aws_cloudfront_cache_policy.by_origin.id && aws_cloudfront_distribution.this.default_cache_behavior[0].origin_request_policy_id == data.aws_cloudfront_origin_request_policy.all.id && aws_cloudfront_distribution.this.default_cache_behavior[0].response_headers_policy_id == data.aws_cloudfront_response_headers_policy.security.id
    error_message = "The application must be told of the whole request, decide what is kept, and answer with headers that guard browsers."
  }
}

run "behind_rules" {
  command = plan

  assert {
    condition     = aws_cloudfront_distribution.this.web_acl_id == var.web_acl_arn
    error_message = "Rules must stand before it."
  }
}
