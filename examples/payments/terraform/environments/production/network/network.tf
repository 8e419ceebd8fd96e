module "network_logs_key" {
  source = "../../../modules/kms-key"

  name        = "production-payments-network-logs-key"
  description = "Flow logs of production-payments-network"
  account_id  = local.account_id
  log_groups = {
    region = local.region
  }
}

module "network" {
  source = "../../../modules/network"

  name       = "production-payments-network"
  account_id = local.account_id
  region     = local.region
  cidr       = "10.66.0.0/16"
  nat        = "per-zone"

  gateway_endpoints = ["s3", "dynamodb"]
  interface_endpoints = [
    "ecr.api",
    "ecr.dkr",
    "kms",
    "logs",
    "secretsmanager",
    "sts",
  ]
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
      private_cidr = "10.66.0.0/19"
      public_cidr  = "10.66.128.0/22"
      data_cidr    = "10.66.144.0/22"
      control_cidr = "10.66.160.0/22"
    },
    {
      zone         = "eu-central-1b"
      private_cidr = "10.66.32.0/19"
      public_cidr  = "10.66.132.0/22"
      data_cidr    = "10.66.148.0/22"
      control_cidr = "10.66.164.0/22"
    },
    {
      zone         = "eu-central-1c"
      private_cidr = "10.66.64.0/19"
      public_cidr  = "10.66.136.0/22"
      data_cidr    = "10.66.152.0/22"
      control_cidr = "10.66.168.0/22"
    },
  ]
  permissions_boundary_arn = local.permissions_boundary_arn
}

# Names that only this network answers.
resource "aws_route53_zone" "private" {
  name    = "production.payments.internal"
  comment = "Inside of production"

  vpc {
    vpc_id = module.network.vpc_id
  }
}
