# The network comes before nodes, which would not be ready without it, and enforces the network policies.
resource "aws_eks_addon" "network" {
  cluster_name                = aws_eks_cluster.this.name
  addon_name                  = "vpc-cni"
  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "PRESERVE"

  configuration_values = jsonencode({ enableNetworkPolicy = "true" })

  pod_identity_association {
    service_account = "aws-node"
    role_arn        = aws_iam_role.addons["network"].arn
  }

  tags = var.tags

  depends_on = [aws_iam_role_policy_attachment.addons]
}

resource "aws_eks_addon" "identity" {
  cluster_name = aws_eks_cluster.this.name
  addon_name   = "eks-pod-identity-agent"

  tags = var.tags
}

resource "aws_eks_addon" "storage" {
  cluster_name = aws_eks_cluster.this.name
  addon_name   = "aws-ebs-csi-driver"

  pod_identity_association {
    service_account = "ebs-csi-controller-sa"
    role_arn        = aws_iam_role.addons["storage"].arn
  }

  tags = var.tags

  depends_on = [aws_eks_node_group.this, aws_iam_role_policy_attachment.addons, aws_iam_role_policy.volumes]
}

resource "aws_eks_addon" "other" {
  for_each = toset(["coredns", "kube-proxy"])

  cluster_name = aws_eks_cluster.this.name
  addon_name   = each.key

  tags = var.tags

  depends_on = [aws_eks_node_group.this]
}

resource "aws_iam_role" "addons" {
  for_each = toset(["network", "storage"])

  name                 = "${var.name}-${each.key}"
  description          = "The addon for ${each.key} of ${var.name}"
  permissions_boundary = var.permissions_boundary_arn

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = ["sts:AssumeRole", "sts:TagSession"]
      Principal = { Service = "pods.eks.amazonaws.com" }
    }]
  })

  tags = var.tags
}

resource "aws_iam_role_policy_attachment" "addons" {
  for_each = {
    network = "AmazonEKS_CNI_Policy"
    storage = "service-role/AmazonEBSCSIDriverPolicy"
  }

  role       = aws_iam_role.addons[each.key].name
  policy_arn = "arn:aws:iam::aws:policy/${each.value}"
}

# Volumes with a key of ours: EC2 uses it as long as the volume is attached, by a grant. Source: docs.aws.amazon.com, EKS,
# Amazon EBS CSI driver with a customer managed key.
resource "aws_iam_role_policy" "volumes" {
  count = length(var.volumes_kms_key_arns) > 0 ? 1 : 0

  name = "volumes"
  role = aws_iam_role.addons["storage"].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"]
        Resource  = var.volumes_kms_key_arns
        Condition = { Bool = { "kms:GrantIsForAWSResource" = "true" } }
      },
      {
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo"]
        Resource = var.volumes_kms_key_arns
      },
    ]
  })
}
