output "secrets_key_arn" {
  description = "The key of secrets."
  value       = module.platform_key.arn
}

output "logs_key_arn" {
  description = "The key of logs."
  value       = module.logs_key.arn
}

output "alarm_topic_arn" {
  description = "The topic that people are told through."
  value       = module.alarms.arn
}

output "zone_id" {
  description = "The public zone."
  value       = aws_route53_zone.public.zone_id
}

output "web_acl_arn" {
  description = "Rules that stand before what is public."
  value       = module.firewall.arn
}

output "cluster_arn" {
  description = "The cluster."
  value       = module.cluster.arn
}

output "cluster_name" {
  description = "Its name."
  value       = module.cluster.name
}

output "events_log_group_arn" {
  description = "Where it is kept why tasks ended."
  value       = module.cluster.events_log_group_arn
}

output "namespace_id" {
  description = "Where services find each other."
  value       = module.cluster.namespace_id
}

output "certificate_arn" {
  description = "The certificate of public names."
  value       = module.certificate.arn
}

output "public_listener_arn" {
  description = "Listener of the public load balancer."
  value       = module.public.listener_arn
}

output "public_security_group_id" {
  description = "Security group of the public load balancer."
  value       = module.public.security_group_id
}

output "public_load_balancer" {
  description = "Name in metrics of the public load balancer."
  value       = module.public.arn_suffix
}

output "public_dns_name" {
  description = "Address of the public load balancer."
  value       = module.public.dns_name
}

output "public_zone_id" {
  description = "Zone of the address of the public load balancer."
  value       = module.public.zone_id
}
