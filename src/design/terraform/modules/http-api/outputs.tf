output "url" {
  description = "Where it answers."
  value       = format("https://%s%s", var.host, var.path)
}
