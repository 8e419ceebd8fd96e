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
}
