output "cluster_name" {
  description = "Name of the cluster."
  value       = module.cluster.name
}

output "cluster_oidc_issuer" {
  description = "Goes into the variables file of terraform/services."
  value       = module.cluster.oidc_issuer
}

output "database_address" {
  description = "Goes into the api's configuration in kubernetes/overlays."
  value       = module.database.address
}

output "database_master_secret_arn" {
  description = "Goes into the api's ExternalSecret in kubernetes/overlays."
  value       = module.database.master_secret_arn
}

output "media_cdn_domain" {
  description = "Target of the media host name in terraform/dns."
  value       = module.storage.media_cdn_domain
}
