output "certificate_arn" {
  description = "Certificate that the ingress is annotated with."
  value       = module.certificate.acm_certificate_arn
}
