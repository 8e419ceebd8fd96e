resource "aws_route53_zone" "public" {
  name    = "development.payments.example"
  comment = "Public names of development"
}

module "certificate" {
  source = "../../../modules/certificate"

  domain  = "development.payments.example"
  zone_id = aws_route53_zone.public.zone_id
}

module "edge_certificate" {
  source = "../../../modules/certificate"

  providers = {
    aws = aws.edge
  }

  domain  = "development.payments.example"
  zone_id = aws_route53_zone.public.zone_id
}

module "edge_logs_key" {
  source = "../../../modules/kms-key"

  providers = {
    aws = aws.edge
  }

  name        = "development-payments-edge-logs-key"
  description = "Logs of the edge of development"
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

  name               = "development-payments-edge-waf"
  scope              = "CLOUDFRONT"
  blocking           = false
  logs_kms_key_arn   = module.edge_logs_key.arn
  log_retention_days = 365
}

# The controller in the cluster makes the load balancer, and external-dns the name origin.development.payments.example for it: no state has to know the other.
module "edge" {
  source = "../../../modules/cdn"

  name               = "development-payments-edge"
  account_id         = local.account_id
  hosts              = ["api.development.payments.example"]
  origin             = "origin.development.payments.example"
  certificate_arn    = module.edge_certificate.arn
  web_acl_arn        = module.edge_firewall.arn
  log_bucket_name    = "development-payments-edge-logs-222233334444"
  log_retention_days = 365
}

resource "aws_route53_record" "edge_api_development_payments_example" {
  zone_id = aws_route53_zone.public.zone_id
  name    = "api.development.payments.example"
  type    = "A"

  alias {
    name                   = module.edge.domain_name
    zone_id                = module.edge.hosted_zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "edge_api_development_payments_example_ipv6" {
  zone_id = aws_route53_zone.public.zone_id
  name    = "api.development.payments.example"
  type    = "AAAA"

  alias {
    name                   = module.edge.domain_name
    zone_id                = module.edge.hosted_zone_id
    evaluate_target_health = false
  }
}
