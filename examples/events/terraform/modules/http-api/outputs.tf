output "url" {
  description = "Where it answers."
  value       = var.private == null ? format("https://%s%s", var.host, var.path) : format("https://%s-%s.execute-api.%s.amazonaws.com/live%s", aws_api_gateway_rest_api.this.id, tolist(var.private.vpc_endpoint_ids)[0], var.region, var.path)
}

output "log_group_name" {
  description = "The log group of its requests."
  value       = aws_cloudwatch_log_group.this.name
}
