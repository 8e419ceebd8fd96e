output "arn" {
  description = "The cluster."
  value       = aws_ecs_cluster.this.arn
}

output "name" {
  description = "Its name."
  value       = aws_ecs_cluster.this.name
}

output "events_log_group_arn" {
  description = "The log group of what happens to tasks."
  value       = aws_cloudwatch_log_group.events.arn
}

output "namespace_id" {
  description = "The namespace that services are found in."
  value       = aws_service_discovery_private_dns_namespace.this.id
}
