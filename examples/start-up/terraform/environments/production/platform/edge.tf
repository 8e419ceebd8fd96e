resource "aws_route53_zone" "public" {
  name    = "shop.example"
  comment = "Public names of production"
}

module "certificate" {
  source = "../../../modules/certificate"

  domain  = "shop.example"
  zone_id = aws_route53_zone.public.zone_id
}

module "firewall" {
  source = "../../../modules/web-firewall"

  name               = "production-shop-waf"
  scope              = "REGIONAL"
  blocking           = true
  logs_kms_key_arn   = module.logs_key.arn
  log_retention_days = 90
}

module "public" {
  source = "../../../modules/load-balancer"

  name            = "production-shop-alb"
  account_id      = local.account_id
  internal        = false
  vpc_id          = local.network.vpc_id
  subnet_ids      = local.network.public_subnet_ids
  certificate_arn = module.certificate.arn

  log_bucket_name     = "production-shop-alb-logs-111122223333"
  log_retention_days  = 90
  web_acl_arn         = module.firewall.arn
  has_web_acl         = true
  deletion_protection = true
}
