module "network_logs_key" {
  source = "../../../modules/kms-key"

  name        = "production-shop-network-logs-key"
  description = "Flow logs of production-shop-network"
  account_id  = local.account_id
  log_groups = {
    region = local.region
  }
}

# plinth:ignore aws/nat-gateway-single-zone Losing calls to the outside while a zone is down stays within the objective, and saves 36 dollars a month.
module "network" {
  source = "../../../modules/network"

  name       = "production-shop-network"
  account_id = local.account_id
  region     = local.region
  cidr       = "10.1.0.0/16"
  nat        = "single"

  gateway_endpoints       = ["s3", "dynamodb"]
  flow_log_retention_days = 90
  kms_key_arn             = module.network_logs_key.arn

  zones = [
    {
      zone         = "eu-west-1a"
      private_cidr = "10.1.0.0/19"
      public_cidr  = "10.1.128.0/22"
      data_cidr    = "10.1.144.0/22"
      control_cidr = "10.1.160.0/22"
    },
    {
      zone         = "eu-west-1b"
      private_cidr = "10.1.32.0/19"
      public_cidr  = "10.1.132.0/22"
      data_cidr    = "10.1.148.0/22"
      control_cidr = "10.1.164.0/22"
    },
  ]
  permissions_boundary_arn = local.permissions_boundary_arn
}
