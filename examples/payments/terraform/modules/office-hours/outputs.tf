output "group_name" {
  description = "The group that the schedules are in."
  value       = aws_scheduler_schedule_group.this.name
}

output "schedule_names" {
  description = "Names of the schedules."
  value       = sort(keys(aws_scheduler_schedule.this))
}

output "role_arn" {
  description = "The role that switches."
  value       = aws_iam_role.this.arn
}
