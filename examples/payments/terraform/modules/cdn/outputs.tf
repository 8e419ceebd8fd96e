output "domain_name" {
  description = "Where it answers."
  value       = aws_cloudfront_distribution.this.domain_name
}

output "hosted_zone_id" {
  description = "The zone of that name, for aliases."
  value       = aws_cloudfront_distribution.this.hosted_zone_id
}
