# Addresses overlap nothing in the other region: both may stand, and be connected.
module "network" {
  source = "../../../modules/network"

  name       = "production-payments-recovery"
  account_id = local.account_id
  region     = local.region
  cidr       = "10.67.0.0/16"
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
  kms_key_arn             = module.logs_key.arn

  public_subnet_tags = {
    "kubernetes.io/role/elb" = "1"
  }
  private_subnet_tags = {
    "kubernetes.io/role/internal-elb" = "1"
  }

  zones = [
    {
      zone         = "eu-west-1a"
      private_cidr = "10.67.0.0/19"
      public_cidr  = "10.67.128.0/22"
      data_cidr    = "10.67.144.0/22"
      control_cidr = "10.67.160.0/22"
    },
    {
      zone         = "eu-west-1b"
      private_cidr = "10.67.32.0/19"
      public_cidr  = "10.67.132.0/22"
      data_cidr    = "10.67.148.0/22"
      control_cidr = "10.67.164.0/22"
    },
    {
      zone         = "eu-west-1c"
      private_cidr = "10.67.64.0/19"
      public_cidr  = "10.67.136.0/22"
      data_cidr    = "10.67.152.0/22"
      control_cidr = "10.67.168.0/22"
    },
  ]
  permissions_boundary_arn = local.permissions_boundary_arn
}

# Names that only this network answers.
resource "aws_route53_zone" "private" {
  name    = "production-dr.payments.internal"
  comment = "Inside of production-dr"

  vpc {
    vpc_id = module.network.vpc_id
  }
}
