output "plan_role_arn" {
  description = "The role that the pipeline takes to plan."
  value       = module.ci.plan_role_arn
}

output "apply_role_arn" {
  description = "The role that the pipeline takes to apply."
  value       = module.ci.apply_role_arn
}

output "packages_role_arn" {
  description = "The role that pipelines take to upload packages."
  value       = module.ci.packages_role_arn
}

output "boundary_arn" {
  description = "What bounds every role that the pipeline makes; the other roots give it by its name."
  value       = module.ci.boundary_arn
}
