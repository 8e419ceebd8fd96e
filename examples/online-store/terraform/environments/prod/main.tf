module "network" {
  source = "../../modules/network"

  environment        = var.environment
  cidr_block         = var.vpc_cidr
  availability_zones = var.availability_zones
  single_nat_gateway = var.single_nat_gateway
  transit_gateway_id = var.transit_gateway_id
}

module "cluster" {
  source = "../../modules/cluster"

  environment        = var.environment
  kubernetes_version = var.kubernetes_version
  subnet_ids         = module.network.private_subnet_ids
  log_types          = var.cluster_log_types
  admin_role_arn     = var.cluster_admin_role_arn
  nodes              = var.nodes
}

module "database" {
  source = "../../modules/database"

  environment             = var.environment
  vpc_id                  = module.network.vpc_id
  subnet_ids              = var.database_public ? module.network.public_subnet_ids : module.network.database_subnet_ids
  publicly_accessible     = var.database_public
  allowed_cidrs           = var.database_allowed_cidrs
  allowed_security_groups = { nodes = module.cluster.node_security_group_id }
  instance_class          = var.database_instance_class
  storage_gib             = var.database_storage_gib
  backup_retention_days   = var.database_backup_retention_days
  deletion_protection     = var.database_deletion_protection
}

module "storage" {
  source = "../../modules/storage"

  environment           = var.environment
  media_domain          = var.media_domain
  media_certificate_arn = var.media_certificate_arn
}

module "backup" {
  source    = "../../modules/backup"
  providers = { aws = aws, aws.dr = aws.dr }

  environment   = var.environment
  resource_arns = [module.storage.media_bucket_arn, module.storage.exports_bucket_arn]
}
