mock_provider "aws" {}

variables {
  name             = "test-shop-log-redaction"
  log_groups       = { api = "/ecs/test-api-service", report = "/ecs/test-report-job" }
  identifiers      = ["EmailAddress", "CreditCardNumber"]
  patterns         = { password = "\\bpassword\\W{2,5}[^,}]+" }
  logs_kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
}

run "masks_and_tells" {
  command = plan

  assert {
    condition     = length(aws_cloudwatch_log_data_protection_policy.this) == 2 && aws_cloudwatch_log_data_protection_policy.this["api"].log_group_name == "/ecs/test-api-service"
    error_message = "Each group must be masked."
  }

  assert {
    condition     = jsondecode(aws_cloudwatch_log_data_protection_policy.this["api"].policy_document).Statement[1].Operation.Deidentify.MaskConfig == {}
    error_message = "What is found must be masked."
  }

  assert {
    condition     = toset(jsondecode(aws_cloudwatch_log_data_protection_policy.this["api"].policy_document).Statement[0].DataIdentifier) == toset(["arn:aws:dataprotection::aws:data-identifier/CreditCardNumber", "arn:aws:dataprotection::aws:data-identifier/EmailAddress", "password"])
    error_message = "What CloudWatch knows is sought as well as what is described."
  }

  assert {
    condition     = jsondecode(aws_cloudwatch_log_data_protection_policy.this["api"].policy_document).Configuration.CustomDataIdentifier[0].Name == "password"
    error_message = "What is sought by its name must be described."
  }
}

run "no_kind" {
  command = plan

  variables {
    identifiers = ["mail address"]
  }

  expect_failures = [var.identifiers]
}

run "no_pattern_of_cloudwatch" {
  command = plan

  variables {
    patterns = { password = "(password|secret): .*" }
  }

  expect_failures = [var.patterns]
}

run "days_that_cloudwatch_does_not_know" {
  command = plan

  variables {
    log_retention_days = 100
  }

  expect_failures = [var.log_retention_days]
}
