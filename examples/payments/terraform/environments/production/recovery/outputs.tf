output "vpc_id" {
  description = "The network."
  value       = module.network.vpc_id
}

output "vpc_cidr" {
  description = "Addresses of the network."
  value       = module.network.cidr
}

output "public_subnet_ids" {
  description = "Subnets for load balancers."
  value       = module.network.public_subnet_ids
}

output "private_subnet_ids" {
  description = "Subnets for what computes."
  value       = module.network.private_subnet_ids
}

output "data_subnet_ids" {
  description = "Subnets for databases and caches."
  value       = module.network.data_subnet_ids
}

output "control_subnet_ids" {
  description = "Subnets for the control plane and endpoints."
  value       = module.network.control_subnet_ids
}

output "private_zone_id" {
  description = "The zone of names inside the network."
  value       = aws_route53_zone.private.zone_id
}

output "active" {
  description = "Whether the site is in use."
  value       = var.active
}

output "copies_key_arn" {
  description = "The key of copies of secrets."
  value       = data.aws_kms_key.copies.arn
}

output "data_key_arn" {
  description = "The key of data."
  value       = data.aws_kms_key.data.arn
}

output "zone_id" {
  description = "The public zone."
  value       = data.aws_route53_zone.public.zone_id
}

output "vault_security_group_id" {
  description = "Who may connect to vault."
  value       = module.vault.security_group_id
}

output "vault_address_arn" {
  description = "Where vault is, as a secret."
  value       = module.vault.address_secret_arn
}

output "entries_security_group_id" {
  description = "Who may connect to entries."
  value       = module.entries.security_group_id
}

output "entries_address_arn" {
  description = "Where entries is, as a secret."
  value       = module.entries.address_secret_arn
}

output "statements_arn" {
  description = "The copy of the bucket statements."
  value       = "arn:aws:s3:::payments-production-statements-replica-444455556666"
}
