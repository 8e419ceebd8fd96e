output "name" {
  description = "Name of the cluster."
  value       = aws_eks_cluster.this.name
}

output "endpoint" {
  description = "Address of the API server."
  value       = aws_eks_cluster.this.endpoint
}

output "oidc_issuer" {
  description = "Issuer of service account tokens, without https://. terraform/services takes it from its variables file."
  value       = trimprefix(aws_eks_cluster.this.identity[0].oidc[0].issuer, "https://")
}

output "node_security_group_id" {
  description = "Security group of the nodes and so of the pods."
  value       = aws_eks_cluster.this.vpc_config[0].cluster_security_group_id
}
