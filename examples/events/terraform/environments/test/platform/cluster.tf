module "cluster" {
  source = "../../../modules/ecs-cluster"

  name               = "test-fleet-cluster"
  namespace          = "test.fleet.internal"
  vpc_id             = local.network.vpc_id
  kms_key_arn        = module.platform_key.arn
  logs_kms_key_arn   = module.logs_key.arn
  log_retention_days = 30
}
