resource "aws_acm_certificate" "this" {
  domain_name               = var.domain
  subject_alternative_names = concat(["*.${var.domain}"], sort(var.deeper_names))
  validation_method         = "DNS"
  key_algorithm             = "EC_prime256v1"

  tags = var.tags

  lifecycle {
    create_before_destroy = true
  }
}

# The domain and the names below it are proved by the same record.
resource "aws_route53_record" "validation" {
  zone_id         = var.zone_id
  name            = one([for option in aws_acm_certificate.this.domain_validation_options : option.resource_record_name if option.domain_name == var.domain])
  type            = one([for option in aws_acm_certificate.this.domain_validation_options : option.resource_record_type if option.domain_name == var.domain])
  records         = [for option in aws_acm_certificate.this.domain_validation_options : option.resource_record_value if option.domain_name == var.domain]
  ttl             = 300
  allow_overwrite = true
}

resource "aws_route53_record" "deeper" {
  for_each = var.deeper_names

  zone_id         = var.zone_id
  name            = one([for option in aws_acm_certificate.this.domain_validation_options : option.resource_record_name if option.domain_name == each.key])
  type            = one([for option in aws_acm_certificate.this.domain_validation_options : option.resource_record_type if option.domain_name == each.key])
  records         = [for option in aws_acm_certificate.this.domain_validation_options : option.resource_record_value if option.domain_name == each.key]
  ttl             = 300
  allow_overwrite = true
}

resource "aws_acm_certificate_validation" "this" {
  certificate_arn         = aws_acm_certificate.this.arn
  validation_record_fqdns = concat([aws_route53_record.validation.fqdn], [for record in aws_route53_record.deeper : record.fqdn])

  # Ends before the hour that a pipeline may act for: who may no longer write loses the state of all that was made.
  timeouts {
    create = "30m"
  }
}
