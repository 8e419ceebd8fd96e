output "findings_log_group" {
  description = "The log group that says what was found where."
  value       = aws_cloudwatch_log_group.findings.name
}
