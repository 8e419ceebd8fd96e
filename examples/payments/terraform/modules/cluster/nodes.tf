locals {
  zones = length(var.node_subnet_ids)

  # A group a zone: a volume in one zone gets a node in that zone, and losing a zone unbalances nothing.
  groups = {
    for pair in setproduct(keys(var.node_pools), range(local.zones)) : "${pair[0]}-${pair[1]}" => merge(
      var.node_pools[pair[0]], { pool = pair[0], subnet_id = var.node_subnet_ids[pair[1]] }
    )
  }
}

resource "aws_eks_node_group" "this" {
  for_each = local.groups

  cluster_name = aws_eks_cluster.this.name
  # Another type of machine is another group: with a name of its own it stands before the old one goes.
  node_group_name_prefix = "${each.key}-"
  node_role_arn          = aws_iam_role.nodes.arn
  subnet_ids             = [each.value.subnet_id]
  ami_type               = "BOTTLEROCKET_ARM_64"
  instance_types         = each.value.instance_types
  capacity_type          = each.value.spot ? "SPOT" : "ON_DEMAND"
  labels                 = each.value.labels

  scaling_config {
    min_size     = ceil(each.value.min / local.zones)
    max_size     = ceil(each.value.max / local.zones)
    desired_size = ceil(each.value.desired / local.zones)
  }

  launch_template {
    id      = aws_launch_template.nodes.id
    version = aws_launch_template.nodes.latest_version
  }

  dynamic "taint" {
    for_each = each.value.taints

    content {
      key    = taint.value.key
      value  = taint.value.value
      effect = taint.value.effect
    }
  }

  update_config {
    max_unavailable = 1
  }

  node_repair_config {
    enabled = true
  }

  tags = merge(var.tags, {
    "k8s.io/cluster-autoscaler/enabled"     = "true"
    "k8s.io/cluster-autoscaler/${var.name}" = "owned"
  })

  # How many there are is up to the autoscaler.
  lifecycle {
    create_before_destroy = true
    ignore_changes        = [scaling_config[0].desired_size]
  }

  # The network of a node asks the agent for its rights, and is not ready before it has them.
  depends_on = [aws_iam_role_policy_attachment.nodes, aws_eks_addon.network, aws_eks_addon.identity]
}

resource "aws_launch_template" "nodes" {
  name                   = "${var.name}-nodes"
  description            = "Nodes of ${var.name}"
  update_default_version = true

  # One hop: pods cannot ask for the rights of the node that they run on.
  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  monitoring {
    enabled = true
  }

  # The second disk of Bottlerocket holds images and logs; the first is the system's and cannot be written.
  # A key of ours would need a grant for the role that scales nodes, which a new account does not have yet.
  block_device_mappings {
    device_name = "/dev/xvdb"

    ebs {
      volume_type           = "gp3"
      volume_size           = 80
      encrypted             = true
      delete_on_termination = true
    }
  }

  tag_specifications {
    resource_type = "instance"
    tags          = merge(var.tags, { Name = "${var.name}-node" })
  }

  tag_specifications {
    resource_type = "volume"
    tags          = merge(var.tags, { Name = "${var.name}-node" })
  }

  tags = var.tags
}

resource "aws_iam_role" "nodes" {
  name                 = "${var.name}-nodes"
  description          = "Nodes of ${var.name}"
  permissions_boundary = var.permissions_boundary_arn

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ec2.amazonaws.com" }
    }]
  })

  tags = var.tags
}

resource "aws_iam_role_policy_attachment" "nodes" {
  for_each = toset([
    "AmazonEKSWorkerNodeMinimalPolicy",
    "AmazonEC2ContainerRegistryPullOnly",
    "AmazonSSMManagedInstanceCore",
  ])

  role       = aws_iam_role.nodes.name
  policy_arn = "arn:aws:iam::aws:policy/${each.key}"
}
