output "arn" {
  description = "The function."
  value       = aws_lambda_function.this.arn
}

output "invoke_arn" {
  description = "How an API calls it."
  value       = aws_lambda_function.this.invoke_arn
}

output "name" {
  description = "Its name."
  value       = aws_lambda_function.this.function_name
}

output "role_arn" {
  description = "What it may do."
  value       = aws_iam_role.this.arn
}

output "log_group_name" {
  description = "The log group of its calls."
  value       = aws_cloudwatch_log_group.this.name
}
