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
