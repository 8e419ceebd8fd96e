import { expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';
import { simulate } from '../simulate.ts';

const pod = `apiVersion: apps/v1
kind: Deployment
metadata: { name: api }
spec:
  replicas: 2
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api } }
    spec:
      containers: [{ name: api, image: example.com/api:1, resources: { requests: { cpu: "1", memory: 1Gi } } }]
`;

async function poolsOf(files: Readonly<Record<string, string>>) {
  const { graph } = await readFiles({ 'api.yaml': pod, ...files });
  const [{ platform, running }] = simulate(graph) as [ReturnType<typeof simulate>[number]];
  return {
    pools: platform.pools,
    assumed: platform.assumptions.map(({ assumed }) => assumed),
    nodes: running.cluster.nodes.length,
  };
}

it('reads the node groups of the EKS module', async () => {
  const { pools } = await poolsOf({
    'main.tf': `module "eks" {
  source = "terraform-aws-modules/eks/aws"
  eks_managed_node_groups = {
    spot = {
      instance_types = ["m5.large"]
      capacity_type  = "SPOT"
      min_size       = 1
      max_size       = 5
      desired_size   = 2
      taints = { only = { key = "spot", value = "true", effect = "PREFER_NO_SCHEDULE" } }
    }
  }
}
`,
  });
  expect(pools).toMatchObject([
    {
      name: 'spot',
      provider: 'eks',
      instanceType: 'm5.large',
      min: 1,
      desired: 2,
      max: 5,
      spot: true,
      taints: [{ key: 'spot', value: 'true', effect: 'PreferNoSchedule' }],
    },
  ]);
});

it('lets Karpenter make the nodes that pods need, up to its limit', async () => {
  const { pools, nodes } = await poolsOf({
    'pool.yaml': `apiVersion: karpenter.sh/v1
kind: NodePool
metadata: { name: general }
spec:
  limits: { cpu: 8 }
  template:
    spec:
      requirements:
        - { key: node.kubernetes.io/instance-type, operator: In, values: [m5.large] }
        - { key: topology.kubernetes.io/zone, operator: In, values: [eu-west-1a, eu-west-1b] }
`,
  });
  // 8 cores are four machines of 1,930 millicores, and two pods of a core need two of them
  expect(pools).toMatchObject([
    { name: 'general', zones: ['eu-west-1a', 'eu-west-1b'], desired: 0, max: 4, growsBy: 'Karpenter' },
  ]);
  expect(nodes).toBe(2);
});

it('multiplies the nodes of GKE by its zones', async () => {
  const { pools } = await poolsOf({
    'main.tf': `resource "google_container_node_pool" "general" {
  name           = "general"
  cluster        = "shop"
  node_locations = ["europe-west1-b", "europe-west1-c"]
  autoscaling {
    min_node_count = 1
    max_node_count = 3
  }
  node_config {
    machine_type = "e2-standard-4"
    spot         = true
  }
}
`,
  });
  expect(pools).toMatchObject([
    { min: 2, desired: 2, max: 6, spot: true, growsBy: 'GKE cluster autoscaler' },
  ]);
});

it('takes a pool of AKS without zones for one fault domain', async () => {
  const { pools } = await poolsOf({
    'main.tf': `resource "azurerm_kubernetes_cluster" "shop" {
  name = "shop"
  default_node_pool {
    name       = "system"
    vm_size    = "Standard_D4s_v5"
    node_count = 2
  }
}
`,
  });
  expect(pools).toMatchObject([{ name: 'system', provider: 'aks', zones: ['no zone'], desired: 2, max: 2 }]);
});

it('says what it takes where a size is a variable without a value', async () => {
  const { assumed } = await poolsOf({
    'main.tf': `variable "size" { type = number }
resource "aws_eks_node_group" "general" {
  cluster_name    = "shop"
  node_group_name = "general"
  node_role_arn   = "arn:aws:iam::111122223333:role/nodes"
  subnet_ids      = ["subnet-1"]
  scaling_config {
    min_size     = var.size
    desired_size = var.size
    max_size     = var.size
  }
}
`,
  });
  expect(assumed).toEqual(expect.arrayContaining(['3 zones', '3 nodes', 'nodes of m5.xlarge']));
});
