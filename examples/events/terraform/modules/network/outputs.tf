output "vpc_id" {
  description = "The network."
  value       = aws_vpc.this.id
}

output "cidr" {
  description = "Its addresses."
  value       = aws_vpc.this.cidr_block
}

output "public_subnet_ids" {
  description = "Subnets for load balancers, one a zone."
  value       = [for one in var.zones : aws_subnet.public[one.zone].id]
}

output "private_subnet_ids" {
  description = "Subnets for what computes, one a zone."
  value       = [for one in var.zones : aws_subnet.private[one.zone].id]
}

output "data_subnet_ids" {
  description = "Subnets for databases and caches, one a zone."
  value       = [for one in var.zones : aws_subnet.data[one.zone].id]
}

output "control_subnet_ids" {
  description = "Subnets for interfaces of the control plane and of endpoints, one a zone."
  value       = [for one in var.zones : aws_subnet.control[one.zone].id]
}

output "private_subnet_ids_by_zone" {
  description = "Private subnets by the name of their zone."
  value       = { for zone, subnet in aws_subnet.private : zone => subnet.id }
}

output "route_table_ids" {
  description = "Route tables of private and isolated subnets, for ways to other networks."
  value = merge(
    { for zone, table in aws_route_table.private : "private-${zone}" => table.id },
    { isolated = aws_route_table.isolated.id },
  )
}
