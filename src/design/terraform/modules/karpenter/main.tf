locals {
  owned = { StringEquals = { "aws:ResourceTag/kubernetes.io/cluster/${var.cluster_name}" = ["owned"] } }
  asked = { StringEquals = { "aws:RequestTag/kubernetes.io/cluster/${var.cluster_name}" = ["owned"], "aws:RequestTag/eks:eks-cluster-name" = [var.cluster_name] } }
  ec2   = "arn:aws:ec2:${var.region}"
}

# Makes and removes nodes of this cluster, and no others: all that it makes bears the tag of the cluster.
# Source: karpenter.sh, the policy of its controller in the CloudFormation template.
module "identity" {
  source = "../identity"

  name                     = var.name
  description              = "Makes and removes nodes of ${var.cluster_name}"
  cluster_name             = var.cluster_name
  namespace                = var.namespace
  service_account          = "karpenter"
  permissions_boundary_arn = var.permissions_boundary_arn
  tags                     = var.tags

  statements = [
    {
      actions = [
        "ec2:DescribeAvailabilityZones", "ec2:DescribeImages", "ec2:DescribeInstances", "ec2:DescribeInstanceStatus",
        "ec2:DescribeInstanceTypeOfferings", "ec2:DescribeInstanceTypes", "ec2:DescribeLaunchTemplates", "ec2:DescribeSecurityGroups", "ec2:DescribeSpotPriceHistory",
        "ec2:DescribeSubnets", "pricing:GetProducts",
      ]
      resources = ["*"]
    },
    {
      actions   = ["ssm:GetParameter"]
      resources = ["arn:aws:ssm:${var.region}::parameter/aws/service/*"]
    },
    {
      # What a node is made of, besides what is made with it.
      actions = ["ec2:CreateFleet", "ec2:RunInstances"]
      resources = [
        "${local.ec2}::image/*", "${local.ec2}::snapshot/*", "${local.ec2}:*:capacity-reservation/*",
        "${local.ec2}:*:security-group/*", "${local.ec2}:*:subnet/*",
      ]
    },
    {
      actions    = ["ec2:CreateFleet", "ec2:RunInstances"]
      resources  = ["${local.ec2}:*:launch-template/*"]
      conditions = local.owned
    },
    {
      actions = ["ec2:CreateFleet", "ec2:CreateLaunchTemplate", "ec2:RunInstances"]
      resources = [
        for kind in ["fleet", "instance", "launch-template", "network-interface", "spot-instances-request", "volume"] : "${local.ec2}:*:${kind}/*"
      ]
      conditions = local.asked
    },
    {
      actions    = ["ec2:CreateTags"]
      resources  = [for kind in ["fleet", "instance", "launch-template", "network-interface", "spot-instances-request", "volume"] : "${local.ec2}:*:${kind}/*"]
      conditions = { StringEquals = merge(local.asked.StringEquals, { "ec2:CreateAction" = ["CreateFleet", "CreateLaunchTemplate", "RunInstances"] }) }
    },
    {
      actions    = ["ec2:CreateTags"]
      resources  = ["${local.ec2}:*:instance/*"]
      conditions = merge(local.owned, { "ForAllValues:StringEquals" = { "aws:TagKeys" = ["Name", "eks:eks-cluster-name", "karpenter.sh/nodeclaim"] } })
    },
    {
      actions    = ["ec2:DeleteLaunchTemplate", "ec2:TerminateInstances"]
      resources  = ["${local.ec2}:*:instance/*", "${local.ec2}:*:launch-template/*"]
      conditions = local.owned
    },
    {
      actions    = ["iam:PassRole"]
      resources  = [var.node_role_arn]
      conditions = { StringEquals = { "iam:PassedToService" = ["ec2.amazonaws.com"] } }
    },
    {
      actions   = ["iam:GetInstanceProfile"]
      resources = ["arn:aws:iam::${var.account_id}:instance-profile/${var.cluster_name}*"]
    },
    {
      # It looks for profiles that it made once, and a list takes no name.
      actions   = ["iam:ListInstanceProfiles"]
      resources = ["*"]
    },
    {
      actions   = ["eks:DescribeCluster"]
      resources = ["arn:aws:eks:${var.region}:${var.account_id}:cluster/${var.cluster_name}"]
    },
    {
      actions   = ["sqs:DeleteMessage", "sqs:GetQueueUrl", "sqs:ReceiveMessage"]
      resources = [aws_sqs_queue.interruptions.arn]
    },
    {
      actions   = ["kms:Decrypt"]
      resources = [var.kms_key_arn]
    },
  ]
}

# AWS starts no spot machine without it, and Karpenter may not make it: once in an account.
resource "aws_iam_service_linked_role" "spot" {
  count = var.make_spot_role ? 1 : 0

  aws_service_name = "spot.amazonaws.com"
  description      = "Lets EC2 start and stop spot machines"
}

# Nodes that are started with this profile may join: their role has its access entry from the managed nodes.
resource "aws_iam_instance_profile" "nodes" {
  name = "${var.cluster_name}-karpenter"
  role = var.node_role_name

  tags = var.tags
}
