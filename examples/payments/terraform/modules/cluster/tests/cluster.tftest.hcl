mock_provider "aws" {}

variables {
  name               = "test-shop"
  account_id         = "111122223333"
  kubernetes_version = "1.35"
  service_cidr       = "172.20.0.0/16"
  control_subnet_ids = ["subnet-0a", "subnet-0b"]
  node_subnet_ids    = ["subnet-1a", "subnet-1b"]
  node_pools         = { system = { instance_types = ["t4g.large"], spot = false, min = 2, max = 4, desired = 2, labels = {}, taints = [] } }
  log_types          = ["api", "audit"]
  kms_key_arn        = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  logs_kms_key_arn   = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
}

run "private_and_encrypted" {
  command = plan

  assert {
    condition     = !aws_eks_cluster.this.vpc_config[0].endpoint_public_access && aws_eks_cluster.this.encryption_config[0].provider[0].key_arn == var.kms_key_arn
    error_message = "The API must not be reached from outside, and secrets must be encrypted with our key."
  }
}

run "a_group_in_each_zone" {
  command = plan

  assert {
    condition     = length(aws_eks_node_group.this) == 2 && aws_launch_template.nodes.metadata_options[0].http_put_response_hop_limit == 1
    error_message = "Each zone needs nodes of its own, whose rights pods cannot take."
  }

  assert {
    condition     = aws_eks_addon.network.addon_name == "vpc-cni" && aws_eks_addon.identity.addon_name == "eks-pod-identity-agent" && aws_eks_addon.storage.addon_name == "aws-ebs-csi-driver" && toset(keys(aws_eks_addon.other)) == toset(["coredns", "kube-proxy"])
    error_message = "Nodes without a network, pods without identities, names or disks are of no use."
  }
}

run "other_machines_beside_the_old_ones" {
  command = plan

  assert {
    condition     = { for name, group in aws_eks_node_group.this : name => group.node_group_name_prefix } == { "system-0" = "system-0-", "system-1" = "system-1-" }
    error_message = "A group with a fixed name has to go before its successor can come, and all zones at once."
  }
}

run "people_come_through_the_vpn" {
  command = plan

  variables {
    api_client_cidrs = ["172.20.0.0/16"]
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.api["172.20.0.0/16"].from_port == 443 && aws_vpc_security_group_ingress_rule.api["172.20.0.0/16"].to_port == 443
    error_message = "The API answers inside the network, and people have to get to it there."
  }
}

run "the_whole_internet" {
  command = plan

  variables {
    api_client_cidrs = ["0.0.0.0/0"]
  }

  expect_failures = [var.api_client_cidrs]
}

run "more_than_the_most" {
  command = plan

  variables {
    node_pools = { system = { instance_types = ["t4g.large"], spot = false, min = 2, max = 4, desired = 9, labels = {}, taints = [] } }
  }

  expect_failures = [var.node_pools]
}

run "no_log_of_eks" {
  command = plan

  variables {
    log_types = ["kubelet"]
  }

  expect_failures = [var.log_types]
}
