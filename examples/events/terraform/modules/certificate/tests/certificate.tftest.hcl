mock_provider "aws" {}

variables {
  domain  = "shop.example"
  zone_id = "Z0123456789ABCDEFGHIJ"
}

run "names_below_too" {
  command = plan

  assert {
    condition     = contains(aws_acm_certificate.this.subject_alternative_names, "*.shop.example") && aws_acm_certificate.this.validation_method == "DNS"
    error_message = "Names one level below must be covered, and be proved where nobody has to click."
  }

  assert {
    condition     = aws_acm_certificate_validation.this.timeouts.create == "30m"
    error_message = "Who waits longer than the pipeline may act for loses the state."
  }
}

run "deeper_names" {
  command = plan

  variables {
    deeper_names = ["a.b.shop.example"]
  }

  assert {
    condition     = contains(aws_acm_certificate.this.subject_alternative_names, "a.b.shop.example") && length(aws_route53_record.deeper) == 1
    error_message = "A wildcard covers one level, so that deeper names must be named and proved."
  }
}

run "names_of_others" {
  command = plan

  variables {
    deeper_names = ["a.b.other.example"]
  }

  expect_failures = [var.deeper_names]
}
