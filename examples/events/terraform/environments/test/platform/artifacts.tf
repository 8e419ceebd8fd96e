module "artifacts" {
  source = "../../../modules/bucket"

  name                     = "test-fleet-artifacts-666677778888"
  role_name                = "test-fleet-artifacts"
  kms_key_arn              = module.platform_key.arn
  retention_days           = 30
  permissions_boundary_arn = local.permissions_boundary_arn
}
