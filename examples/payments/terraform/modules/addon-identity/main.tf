locals {
  namespaces = {
    aws-load-balancer-controller = "kube-system"
    cert-manager                 = "cert-manager"
    cluster-autoscaler           = "kube-system"
    ebs-csi                      = "kube-system"
    external-dns                 = "external-dns"
    external-secrets             = "external-secrets"
    velero                       = "velero"
  }
  accounts = {
    ebs-csi = "ebs-csi-controller-sa"
  }
}

# One service account of one namespace, and the rights that its documentation asks for, held to what is ours.
module "identity" {
  source = "../identity"

  name                     = var.name
  description              = "What ${var.addon} of ${var.cluster_name} may do"
  cluster_name             = var.cluster_name
  namespace                = coalesce(var.namespace, local.namespaces[var.addon])
  service_account          = coalesce(var.service_account, lookup(local.accounts, var.addon, var.addon))
  statements               = local.statements[var.addon]
  permissions_boundary_arn = var.permissions_boundary_arn
  tags                     = var.tags
}
