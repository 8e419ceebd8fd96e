output "arn" {
  description = "The load balancer."
  value       = aws_lb.this.arn
}

output "arn_suffix" {
  description = "Its name in metrics."
  value       = aws_lb.this.arn_suffix
}

output "dns_name" {
  description = "Where it answers."
  value       = aws_lb.this.dns_name
}

output "zone_id" {
  description = "The zone of that name, for aliases."
  value       = aws_lb.this.zone_id
}

output "listener_arn" {
  description = "What services add their hosts to."
  value       = aws_lb_listener.https.arn
}

output "security_group_id" {
  description = "Its security group."
  value       = aws_security_group.this.id
}
