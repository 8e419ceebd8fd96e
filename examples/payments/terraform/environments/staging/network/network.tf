module "network_logs_key" {
  source = "../../../modules/kms-key"

  name        = "staging-payments-network-logs-key"
  description = "Flow logs of staging-payments-network"
  account_id  = local.account_id
  log_groups = {
    region = local.region
  }
}

module "network" {
  source = "../../../modules/network"

  name       = "staging-payments-network"
  account_id = local.account_id
  region     = local.region
  cidr       = "10.65.0.0/16"
  nat        = "single"

  gateway_endpoints       = ["s3", "dynamodb"]
  flow_log_retention_days = 365
  kms_key_arn             = module.network_logs_key.arn

  public_subnet_tags = {
    "kubernetes.io/role/elb" = "1"
  }
  private_subnet_tags = {
    "kubernetes.io/role/internal-elb" = "1"
  }

  zones = [
    {
      zone         = "eu-central-1a"
      private_cidr = "10.65.0.0/19"
      public_cidr  = "10.65.128.0/22"
      data_cidr    = "10.65.144.0/22"
      control_cidr = "10.65.160.0/22"
    },
    {
      zone         = "eu-central-1b"
      private_cidr = "10.65.32.0/19"
      public_cidr  = "10.65.132.0/22"
      data_cidr    = "10.65.148.0/22"
      control_cidr = "10.65.164.0/22"
    },
  ]
  permissions_boundary_arn = local.permissions_boundary_arn
}

# Names that only this network answers.
resource "aws_route53_zone" "private" {
  name    = "staging.payments.internal"
  comment = "Inside of staging"

  vpc {
    vpc_id = module.network.vpc_id
  }
}
