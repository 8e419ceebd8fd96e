output "trail_arn" {
  description = "The record of what was done in the account."
  value       = aws_cloudtrail.this.arn
}

output "bucket" {
  description = "Where the records are."
  value       = aws_s3_bucket.this.id
}
