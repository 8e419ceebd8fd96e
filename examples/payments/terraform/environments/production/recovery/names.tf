data "aws_route53_zone" "public" {
  name = "payments.example"
}

# External-dns writes the names that each region is reached by; which one is used is said here, by a person.
resource "aws_route53_record" "origin_payments_example" {
  zone_id = data.aws_route53_zone.public.zone_id
  name    = "origin.payments.example"
  type    = "CNAME"
  ttl     = 60
  records = [
    var.active ? "origin-eu-west-1.payments.example" : "origin-eu-central-1.payments.example",
  ]
}

resource "aws_route53_record" "console_payments_example" {
  zone_id = data.aws_route53_zone.public.zone_id
  name    = "console.payments.example"
  type    = "CNAME"
  ttl     = 60
  records = [
    var.active ? "console-eu-west-1.payments.example" : "console-eu-central-1.payments.example",
  ]
}
