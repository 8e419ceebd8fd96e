resource "aws_route53_zone" "public" {
  name    = "test.vans.example"
  comment = "Public names of test"
}

module "certificate" {
  source = "../../../modules/certificate"

  domain  = "test.vans.example"
  zone_id = aws_route53_zone.public.zone_id
}

module "firewall" {
  source = "../../../modules/web-firewall"

  name               = "test-fleet-waf"
  scope              = "REGIONAL"
  blocking           = false
  logs_kms_key_arn   = module.logs_key.arn
  log_retention_days = 30
}

module "public" {
  source = "../../../modules/load-balancer"

  name            = "test-fleet-alb"
  account_id      = local.account_id
  internal        = false
  vpc_id          = local.network.vpc_id
  subnet_ids      = local.network.public_subnet_ids
  certificate_arn = module.certificate.arn

  log_bucket_name     = "test-fleet-alb-logs-666677778888"
  log_retention_days  = 30
  web_acl_arn         = module.firewall.arn
  has_web_acl         = true
  deletion_protection = false
}
