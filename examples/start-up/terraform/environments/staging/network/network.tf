module "network_logs_key" {
  source = "../../../modules/kms-key"

  name        = "staging-shop-network-logs-key"
  description = "Flow logs of staging-shop-network"
  account_id  = local.account_id
  log_groups = {
    region = local.region
  }
}

module "network" {
  source = "../../../modules/network"

  name       = "staging-shop-network"
  account_id = local.account_id
  region     = local.region
  cidr       = "10.0.0.0/16"
  nat        = "single"

  gateway_endpoints       = ["s3", "dynamodb"]
  flow_log_retention_days = 30
  kms_key_arn             = module.network_logs_key.arn

  zones = [
    {
      zone         = "eu-west-1a"
      private_cidr = "10.0.0.0/19"
      public_cidr  = "10.0.128.0/22"
      data_cidr    = "10.0.144.0/22"
      control_cidr = "10.0.160.0/22"
    },
    {
      zone         = "eu-west-1b"
      private_cidr = "10.0.32.0/19"
      public_cidr  = "10.0.132.0/22"
      data_cidr    = "10.0.148.0/22"
      control_cidr = "10.0.164.0/22"
    },
  ]
  permissions_boundary_arn = local.permissions_boundary_arn
}
