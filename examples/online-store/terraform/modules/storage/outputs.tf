output "media_bucket_arn" {
  description = "Bucket of the product pictures."
  value       = aws_s3_bucket.media.arn
}

output "exports_bucket_arn" {
  description = "Bucket of the order exports."
  value       = aws_s3_bucket.exports.arn
}

output "media_cdn_domain" {
  description = "CloudFront's own host name, to which DNS points the media domain."
  value       = aws_cloudfront_distribution.media.domain_name
}
