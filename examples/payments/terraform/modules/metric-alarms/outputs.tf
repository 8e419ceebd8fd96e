output "alarm_arns" {
  description = "The alarms, by their names."
  value       = { for name, alarm in aws_cloudwatch_metric_alarm.this : name => alarm.arn }
}
