resource "aws_route53_zone" "public" {
  name    = "staging.payments.example"
  comment = "Public names of staging"
}

module "certificate" {
  source = "../../../modules/certificate"

  domain  = "staging.payments.example"
  zone_id = aws_route53_zone.public.zone_id
}

module "edge_certificate" {
  source = "../../../modules/certificate"

  providers = {
    aws = aws.edge
  }

  domain  = "staging.payments.example"
  zone_id = aws_route53_zone.public.zone_id
}

module "edge_logs_key" {
  source = "../../../modules/kms-key"

  providers = {
    aws = aws.edge
  }

  name        = "staging-payments-edge-logs-key"
  description = "Logs of the edge of staging"
  account_id  = local.account_id
  log_groups = {
    region = "us-east-1"
  }
}

module "edge_firewall" {
  source = "../../../modules/web-firewall"

  providers = {
    aws = aws.edge
  }

  name               = "staging-payments-edge-waf"
  scope              = "CLOUDFRONT"
  blocking           = false
  logs_kms_key_arn   = module.edge_logs_key.arn
  log_retention_days = 365
}

# The controller in the cluster makes the load balancer, and external-dns the name origin.staging.payments.example for it: no state has to know the other.
module "edge" {
  source = "../../../modules/cdn"

  name               = "staging-payments-edge"
  account_id         = local.account_id
  hosts              = ["api.staging.payments.example"]
  origin             = "origin.staging.payments.example"
  certificate_arn    = module.edge_certificate.arn
  web_acl_arn        = module.edge_firewall.arn
  log_bucket_name    = "staging-payments-edge-logs-333344445555"
  log_retention_days = 365
}

resource "aws_route53_record" "edge_api_staging_payments_example" {
  zone_id = aws_route53_zone.public.zone_id
  name    = "api.staging.payments.example"
  type    = "A"

  alias {
    name                   = module.edge.domain_name
    zone_id                = module.edge.hosted_zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "edge_api_staging_payments_example_ipv6" {
  zone_id = aws_route53_zone.public.zone_id
  name    = "api.staging.payments.example"
  type    = "AAAA"

  alias {
    name                   = module.edge.domain_name
    zone_id                = module.edge.hosted_zone_id
    evaluate_target_health = false
  }
}
