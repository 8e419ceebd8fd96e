output "alarm_arns" {
  description = "Its alarms that tell people, by the window that they watch."
  value       = { for name, alarm in aws_cloudwatch_composite_alarm.burns : name => alarm.arn }
}
