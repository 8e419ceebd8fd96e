output "arn" {
  description = "The topic that people are told through."
  value       = aws_sns_topic.this.arn
}
