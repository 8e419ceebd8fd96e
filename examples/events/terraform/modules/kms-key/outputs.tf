output "arn" {
  description = "The key."
  value       = aws_kms_key.this.arn
}

output "id" {
  description = "Id of the key."
  value       = aws_kms_key.this.key_id
}

output "alias" {
  description = "Its alias, with the prefix."
  value       = aws_kms_alias.this.name
}
