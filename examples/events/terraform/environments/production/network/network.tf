module "network_logs_key" {
  source = "../../../modules/kms-key"

  name        = "production-fleet-network-logs-key"
  description = "Flow logs of production-fleet-network"
  account_id  = local.account_id
  log_groups = {
    region = local.region
  }
}

# plinth:ignore aws/nat-gateway-single-zone Losing calls to the outside while a zone is down stays within the objective, and saves 68 dollars a month.
module "network" {
  source = "../../../modules/network"

  name       = "production-fleet-network"
  account_id = local.account_id
  region     = local.region
  cidr       = "10.1.0.0/16"
  nat        = "single"

  gateway_endpoints       = ["s3", "dynamodb"]
  flow_log_retention_days = 90
  kms_key_arn             = module.network_logs_key.arn

  zones = [
    {
      zone         = "eu-north-1a"
      private_cidr = "10.1.0.0/19"
      public_cidr  = "10.1.128.0/22"
      data_cidr    = "10.1.144.0/22"
      control_cidr = "10.1.160.0/22"
    },
    {
      zone         = "eu-north-1b"
      private_cidr = "10.1.32.0/19"
      public_cidr  = "10.1.132.0/22"
      data_cidr    = "10.1.148.0/22"
      control_cidr = "10.1.164.0/22"
    },
    {
      zone         = "eu-north-1c"
      private_cidr = "10.1.64.0/19"
      public_cidr  = "10.1.136.0/22"
      data_cidr    = "10.1.152.0/22"
      control_cidr = "10.1.168.0/22"
    },
  ]
  permissions_boundary_arn = local.permissions_boundary_arn
}
