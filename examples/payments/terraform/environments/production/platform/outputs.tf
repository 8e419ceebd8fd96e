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

output "recovery_key_arn" {
  description = "The key of copies of secrets in the other region."
  value       = module.platform_recovery_key.arn
}

output "zone_id" {
  description = "The public zone."
  value       = aws_route53_zone.public.zone_id
}

output "cluster_name" {
  description = "The cluster."
  value       = module.cluster.name
}

output "cluster_security_group_id" {
  description = "The security group of nodes and pods."
  value       = module.cluster.security_group_id
}

output "certificate_arn" {
  description = "The certificate of public names."
  value       = module.certificate.arn
}
