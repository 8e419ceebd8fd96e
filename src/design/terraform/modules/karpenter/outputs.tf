output "role_arn" {
  description = "The role of the controller."
  value       = module.identity.role_arn
}

output "queue_name" {
  description = "The queue of interruptions: settings.interruptionQueue of the chart."
  value       = aws_sqs_queue.interruptions.name
}

output "instance_profile" {
  description = "The profile of nodes: instanceProfile of an EC2NodeClass."
  value       = aws_iam_instance_profile.nodes.name
}
