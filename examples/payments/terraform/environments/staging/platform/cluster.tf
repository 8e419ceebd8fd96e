module "cluster" {
  source = "../../../modules/cluster"

  name               = "staging-payments-cluster"
  account_id         = local.account_id
  kubernetes_version = "1.35"
  service_cidr       = "172.21.0.0/16"

  control_subnet_ids = local.network.control_subnet_ids
  node_subnet_ids    = local.network.private_subnet_ids

  node_pools = {
    system = {
      instance_types = ["m7g.large"]
      spot           = false
      min            = 2
      max            = 4
      desired        = 2
      labels = {
        "plinth.dev/pool" = "system"
      }
      taints = [
        {
          key    = "CriticalAddonsOnly"
          value  = "true"
          effect = "NO_SCHEDULE"
        },
      ]
    }
    general = {
      instance_types = ["m7g.xlarge"]
      spot           = false
      min            = 2
      max            = 8
      desired        = 2
      labels = {
        "plinth.dev/pool" = "general"
      }
      taints = []
    }
    spot = {
      instance_types = ["m7g.xlarge", "m6g.xlarge", "c7g.xlarge"]
      spot           = true
      min            = 0
      max            = 3
      desired        = 1
      labels = {
        "plinth.dev/pool" = "spot"
      }
      taints = [
        {
          key    = "plinth.dev/spot"
          value  = "true"
          effect = "NO_SCHEDULE"
        },
      ]
    }
  }

  log_types = [
    "api",
    "audit",
    "authenticator",
    "controllerManager",
    "scheduler",
  ]
  administrator_role_arns  = var.administrator_role_arns
  api_client_cidrs         = ["172.20.0.0/16"]
  kms_key_arn              = module.platform_key.arn
  logs_kms_key_arn         = module.logs_key.arn
  log_retention_days       = 365
  permissions_boundary_arn = local.permissions_boundary_arn
}

module "external_secrets" {
  source = "../../../modules/addon-identity"

  addon        = "external-secrets"
  name         = "staging-external-secrets-role"
  cluster_name = module.cluster.name
  region       = local.region
  namespace    = "external-secrets"
  secret_arns = [
    "arn:aws:secretsmanager:eu-central-1:333344445555:secret:staging/payments/*",
  ]
  kms_key_arns             = [module.platform_key.arn]
  permissions_boundary_arn = local.permissions_boundary_arn
}

module "cluster_autoscaler" {
  source = "../../../modules/addon-identity"

  addon                    = "cluster-autoscaler"
  name                     = "staging-cluster-autoscaler-role"
  cluster_name             = module.cluster.name
  region                   = local.region
  namespace                = "kube-system"
  permissions_boundary_arn = local.permissions_boundary_arn
}

module "aws_load_balancer_controller" {
  source = "../../../modules/addon-identity"

  addon                    = "aws-load-balancer-controller"
  name                     = "staging-lb-controller-role"
  cluster_name             = module.cluster.name
  region                   = local.region
  namespace                = "kube-system"
  permissions_boundary_arn = local.permissions_boundary_arn
}

module "external_dns" {
  source = "../../../modules/addon-identity"

  addon                    = "external-dns"
  name                     = "staging-external-dns-role"
  cluster_name             = module.cluster.name
  region                   = local.region
  namespace                = "external-dns"
  zone_arns                = [aws_route53_zone.public.arn]
  permissions_boundary_arn = local.permissions_boundary_arn
}

module "velero" {
  source = "../../../modules/addon-identity"

  addon                    = "velero"
  name                     = "staging-velero-role"
  cluster_name             = module.cluster.name
  region                   = local.region
  namespace                = "velero"
  bucket_arns              = [module.cluster_backups.arn]
  kms_key_arns             = [module.platform_key.arn]
  permissions_boundary_arn = local.permissions_boundary_arn
}

module "cluster_backups" {
  source = "../../../modules/bucket"

  name                     = "staging-payments-cluster-backups-333344445555"
  role_name                = "staging-payments-cluster-backups"
  kms_key_arn              = module.platform_key.arn
  retention_days           = 30
  permissions_boundary_arn = local.permissions_boundary_arn
}

# What the group may do is said in the namespace of its team.
resource "aws_eks_access_entry" "team" {
  for_each          = var.team_role_arns
  cluster_name      = module.cluster.name
  principal_arn     = each.value
  kubernetes_groups = ["team:${each.key}"]
}

module "delivery" {
  source = "../../../modules/secret"

  name        = "staging/payments/delivery"
  description = "Filled in by a person, as JSON: what delivery reads the repository and tells people with"
  kms_key_arn = module.platform_key.arn
}
