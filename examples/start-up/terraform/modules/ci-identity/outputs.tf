output "plan_role_arn" {
  description = "The role that the pipeline takes to plan."
  value       = aws_iam_role.this["plan"].arn
}

output "apply_role_arn" {
  description = "The role that the pipeline takes to apply."
  value       = aws_iam_role.this["apply"].arn
}

output "images_role_arn" {
  description = "The role that the pipeline takes to push images; null where none may."
  value       = length(var.images_subjects) > 0 ? aws_iam_role.this["images"].arn : null
}

output "packages_role_arn" {
  description = "The role that pipelines take to upload packages of functions; null where none may."
  value       = length(var.packages_subjects) > 0 ? aws_iam_role.this["packages"].arn : null
}

output "boundary_arn" {
  description = "The boundary that every role needs which the pipeline makes: permissions_boundary_arn of other modules."
  value       = aws_iam_policy.boundary.arn
}
