module "certificate" {
  source = "../../../modules/certificate"

  domain  = "payments.example"
  zone_id = local.recovery.zone_id
}
