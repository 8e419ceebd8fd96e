module "budget" {
  source = "../../../modules/budget"

  name        = "staging-shop-budget"
  monthly_usd = 389
  environment = "staging"
  emails      = ["ops@shop.example"]
}
