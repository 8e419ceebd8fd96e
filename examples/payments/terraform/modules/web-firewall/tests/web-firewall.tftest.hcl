mock_provider "aws" {}

variables {
  name             = "test-waf"
  logs_kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
}

run "blocks_and_remembers" {
  command = plan

  assert {
    condition     = startswith(aws_cloudwatch_log_group.this.name, "aws-waf-logs-") && length(aws_wafv2_web_acl_logging_configuration.this.redacted_fields) == 2
    error_message = "What was asked must be recorded, without who was logged in."
  }
}

run "takes_bodies_of_some_size" {
  command = plan

  assert {
    condition = flatten([
      for rule in aws_wafv2_web_acl.this.rule : [
        for override in flatten(rule.statement[*].managed_rule_group_statement[*].rule_action_override) : override.name if length(override.action_to_use[0].count) > 0
      ] if rule.name == "AWSManagedRulesCommonRuleSet"
    ]) == ["SizeRestrictions_BODY"]
    error_message = "What people send is larger than 8 KB every day."
  }
}

run "only_counts" {
  command = plan

  variables {
    blocking = false
  }

  assert {
    condition     = !anytrue([for rule in aws_wafv2_web_acl.this.rule : length(rule.override_action) > 0 && try(length(rule.override_action[0].none), 0) > 0])
    error_message = "Rules must only count until they were looked at."
  }
}

run "elsewhere" {
  command = plan

  variables {
    scope = "GLOBAL"
  }

  expect_failures = [var.scope]
}

run "too_few_to_count" {
  command = plan

  variables {
    rate_limit = 5
  }

  expect_failures = [var.rate_limit]
}
