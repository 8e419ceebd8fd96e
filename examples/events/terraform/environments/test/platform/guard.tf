module "api_gateway_account" {
  source = "../../../modules/api-gateway-account"

  name                     = "test-fleet-api-logs"
  permissions_boundary_arn = local.permissions_boundary_arn
}

module "budget" {
  source = "../../../modules/budget"

  name        = "test-fleet-budget"
  monthly_usd = 964
  environment = "test"
  emails      = ["fleet@vans.example"]
}
