output "role_arn" {
  description = "The role."
  value       = module.identity.role_arn
}
