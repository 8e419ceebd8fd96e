resource "aws_route53_zone" "shop" {
  name    = "shop.example.com"
  comment = "Public names of the online store"
}

# For the load balancer of prod. Staging's certificate and those of CloudFront come from the platform team.
module "certificate" {
  source = "terraform-aws-modules/acm/aws"

  domain_name               = aws_route53_zone.shop.name
  subject_alternative_names = ["www.shop.example.com"]
  zone_id                   = aws_route53_zone.shop.zone_id
  validation_method         = "DNS"
}

resource "aws_route53_record" "media" {
  for_each = var.media_cdn_domains

  zone_id = aws_route53_zone.shop.zone_id
  name    = each.key
  type    = "CNAME"
  ttl     = 300
  records = [each.value]
}
