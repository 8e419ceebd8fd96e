output "rule_arns" {
  description = "The rules, by their names."
  value       = { for name, rule in aws_cloudwatch_event_rule.this : name => rule.arn }
}
