output "arn" {
  description = "The queue."
  value       = aws_sqs_queue.this.arn
}

output "url" {
  description = "Where it is sent to and taken from."
  value       = aws_sqs_queue.this.id
}

output "dead_letter_arn" {
  description = "The queue of what failed."
  value       = aws_sqs_queue.dead_letters.arn
}
