locals {
  cluster_tag = "kubernetes.io/cluster/${var.cluster_name}"

  statements = merge(local.zones, local.storage, local.scaling)

  # Sources: external-secrets.io, provider AWS Secrets Manager; velero.io, plugin for AWS;
  # docs.aws.amazon.com, managed policy AmazonEBSCSIDriverPolicy.
  storage = {
    external-secrets = [
      {
        actions    = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"]
        resources  = var.secret_arns
        conditions = {}
      },
      {
        actions    = ["kms:Decrypt"]
        resources  = var.kms_key_arns
        conditions = { StringLike = { "kms:ViaService" = ["secretsmanager.*.amazonaws.com"] } }
      },
    ]
    velero = [
      {
        actions    = ["s3:ListBucket"]
        resources  = var.bucket_arns
        conditions = {}
      },
      {
        actions    = ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"]
        resources  = [for arn in var.bucket_arns : "${arn}/*"]
        conditions = {}
      },
      {
        actions    = ["kms:Decrypt", "kms:GenerateDataKey"]
        resources  = var.kms_key_arns
        conditions = { StringLike = { "kms:ViaService" = ["s3.*.amazonaws.com"] } }
      },
      {
        actions    = ["ec2:DescribeSnapshots", "ec2:DescribeVolumes"]
        resources  = ["*"]
        conditions = {}
      },
    ]
    ebs-csi = [
      {
        actions    = ["ec2:DescribeAvailabilityZones", "ec2:DescribeInstances", "ec2:DescribeSnapshots", "ec2:DescribeTags", "ec2:DescribeVolumes", "ec2:DescribeVolumesModifications"]
        resources  = ["*"]
        conditions = {}
      },
      {
        actions    = ["ec2:CreateVolume", "ec2:CreateSnapshot"]
        resources  = ["arn:aws:ec2:*:*:volume/*", "arn:aws:ec2:*:*:snapshot/*"]
        conditions = { StringEquals = { "aws:RequestTag/ebs.csi.aws.com/cluster" = ["true"] } }
      },
      {
        actions    = ["ec2:CreateTags"]
        resources  = ["arn:aws:ec2:*:*:volume/*", "arn:aws:ec2:*:*:snapshot/*"]
        conditions = { StringEquals = { "ec2:CreateAction" = ["CreateVolume", "CreateSnapshot"] } }
      },
      {
        actions    = ["ec2:AttachVolume", "ec2:DeleteSnapshot", "ec2:DeleteVolume", "ec2:DetachVolume", "ec2:ModifyVolume"]
        resources  = ["arn:aws:ec2:*:*:volume/*", "arn:aws:ec2:*:*:snapshot/*"]
        conditions = { StringEquals = { "aws:ResourceTag/ebs.csi.aws.com/cluster" = ["true"] } }
      },
      {
        actions    = ["ec2:AttachVolume", "ec2:DetachVolume"]
        resources  = ["arn:aws:ec2:*:*:instance/*"]
        conditions = { StringEquals = { "aws:ResourceTag/${local.cluster_tag}" = ["owned"] } }
      },
    ]
  }

  # Sources: kubernetes.io autoscaler, cluster-autoscaler on AWS, minimal rights; kubernetes-sigs.github.io, AWS Load
  # Balancer Controller, its policy.
  scaling = {
    cluster-autoscaler = [
      {
        actions = [
          "autoscaling:DescribeAutoScalingGroups", "autoscaling:DescribeAutoScalingInstances",
          "autoscaling:DescribeLaunchConfigurations", "autoscaling:DescribeScalingActivities", "ec2:DescribeImages",
          "ec2:DescribeInstanceTypes", "ec2:DescribeLaunchTemplateVersions", "ec2:GetInstanceTypesFromInstanceRequirements",
          "eks:DescribeNodegroup",
        ]
        resources  = ["*"]
        conditions = {}
      },
      {
        actions    = ["autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"]
        resources  = ["*"]
        conditions = { StringEquals = { "aws:ResourceTag/k8s.io/cluster-autoscaler/${var.cluster_name}" = ["owned"] } }
      },
    ]
    aws-load-balancer-controller = [
      {
        actions = [
          "acm:DescribeCertificate", "acm:ListCertificates", "ec2:DescribeAccountAttributes", "ec2:DescribeAddresses",
          "ec2:DescribeAvailabilityZones", "ec2:DescribeInstances", "ec2:DescribeInternetGateways", "ec2:DescribeNetworkInterfaces",
          "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeTags", "ec2:DescribeVpcs", "ec2:GetSecurityGroupsForVpc",
          "elasticloadbalancing:Describe*", "wafv2:GetWebACL", "wafv2:GetWebACLForResource",
        ]
        resources  = ["*"]
        conditions = {}
      },
      {
        actions    = ["wafv2:AssociateWebACL", "wafv2:DisassociateWebACL"]
        resources  = var.web_acl_arns
        conditions = {}
      },
      {
        actions    = ["elasticloadbalancing:SetWebAcl", "ec2:CreateSecurityGroup"]
        resources  = ["*"]
        conditions = { StringEquals = { "aws:RequestedRegion" = [var.region] } }
      },
      {
        actions    = ["ec2:CreateTags"]
        resources  = ["arn:aws:ec2:*:*:security-group/*"]
        conditions = { StringEquals = { "ec2:CreateAction" = ["CreateSecurityGroup"] } }
      },
      {
        actions    = ["ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress"]
        resources  = ["arn:aws:ec2:*:*:security-group/*"]
        conditions = { StringEquals = { "aws:RequestedRegion" = [var.region] } }
      },
      {
        actions    = ["ec2:DeleteSecurityGroup"]
        resources  = ["arn:aws:ec2:*:*:security-group/*"]
        conditions = { StringEquals = { "aws:ResourceTag/elbv2.k8s.aws/cluster" = [var.cluster_name] } }
      },
      {
        actions    = ["elasticloadbalancing:AddTags", "elasticloadbalancing:CreateLoadBalancer", "elasticloadbalancing:CreateTargetGroup"]
        resources  = ["*"]
        conditions = { StringEquals = { "aws:RequestTag/elbv2.k8s.aws/cluster" = [var.cluster_name] } }
      },
      {
        actions = [
          "elasticloadbalancing:AddListenerCertificates", "elasticloadbalancing:AddTags", "elasticloadbalancing:CreateListener",
          "elasticloadbalancing:CreateRule", "elasticloadbalancing:DeleteListener", "elasticloadbalancing:DeleteLoadBalancer",
          "elasticloadbalancing:DeleteRule", "elasticloadbalancing:DeleteTargetGroup", "elasticloadbalancing:DeregisterTargets",
          "elasticloadbalancing:ModifyListener", "elasticloadbalancing:ModifyLoadBalancerAttributes", "elasticloadbalancing:ModifyRule",
          "elasticloadbalancing:ModifyTargetGroup", "elasticloadbalancing:ModifyTargetGroupAttributes",
          "elasticloadbalancing:RegisterTargets", "elasticloadbalancing:RemoveListenerCertificates", "elasticloadbalancing:RemoveTags",
          "elasticloadbalancing:SetIpAddressType", "elasticloadbalancing:SetSecurityGroups", "elasticloadbalancing:SetSubnets",
        ]
        resources  = ["*"]
        conditions = { StringEquals = { "aws:ResourceTag/elbv2.k8s.aws/cluster" = [var.cluster_name] } }
      },
    ]
  }
}
