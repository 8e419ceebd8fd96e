output "arn" {
  description = "The table."
  value       = aws_dynamodb_table.this.arn
}

output "stream_arn" {
  description = "Where changes are told; null without a stream."
  value       = var.stream ? aws_dynamodb_table.this.stream_arn : null
}
