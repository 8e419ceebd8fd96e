locals {
  name = "${var.environment}-shop"

  oidc_provider_arn = "arn:aws:iam::${var.account_id}:oidc-provider/${var.cluster_oidc_issuer}"
}
