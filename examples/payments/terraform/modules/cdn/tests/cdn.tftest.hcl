mock_provider "aws" {
  mock_resource "aws_kms_key" {
    defaults = { arn = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000" }
  }
}

variables {
  name            = "test-edge"
  account_id      = "111122223333"
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

run "record_is_encrypted_with_a_key_that_cloudfront_may_use" {
  command = plan

  assert {
    condition     = one(one(aws_s3_bucket_server_side_encryption_configuration.logs.rule).apply_server_side_encryption_by_default).sse_algorithm == "aws:kms"
    error_message = "The record of requests must be encrypted with a key of ours."
  }

  assert {
    condition     = contains([for statement in jsondecode(aws_kms_key.logs.policy).Statement : try(statement.Principal.Service, "")], "delivery.logs.amazonaws.com")
    error_message = "What delivers logs must be able to use the key, or they are lost."
  }
}
