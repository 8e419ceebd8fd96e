output "trail_arn" {
  description = "The record of what was done in the account."
  value       = aws_cloudtrail.this.arn
}

output "bucket" {
  description = "Where the records are."
  value       = aws_s3_bucket.this.id
}

output "config_role_arn" {
  description = "The role that AWS Config looks with."
  value       = aws_iam_service_linked_role.config.arn

  # AWS Config tries at once whether it may write.
  depends_on = [aws_s3_bucket_policy.this]
}
