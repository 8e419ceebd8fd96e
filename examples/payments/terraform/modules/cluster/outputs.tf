output "name" {
  description = "Name of the cluster."
  value       = aws_eks_cluster.this.name
}

output "endpoint" {
  description = "Address of its API, inside the network."
  value       = aws_eks_cluster.this.endpoint
}

output "security_group_id" {
  description = "The security group of nodes and pods."
  value       = aws_eks_cluster.this.vpc_config[0].cluster_security_group_id
}

output "node_role_arn" {
  description = "The role of nodes."
  value       = aws_iam_role.nodes.arn
}

output "node_role_name" {
  description = "Name of the role of nodes."
  value       = aws_iam_role.nodes.name
}
