import { check } from '../../checks/check.ts';
import { triedWorkloads } from './subjects.ts';

const pool = `resource "aws_eks_node_group" "general" {
  cluster_name    = "shop"
  node_group_name = "general"
  node_role_arn   = "arn:aws:iam::111122223333:role/nodes"
  subnet_ids      = ["subnet-1", "subnet-2"]
  instance_types  = ["m5.large"]

  scaling_config {
    min_size     = 2
    max_size     = 2
    desired_size = 2
  }
}
`;

export default check({
  id: 'simulation/workload-unplaceable',
  title: 'Workload that finds no place on the nodes there are',
  dimension: 'functionality',
  severity: 'high',
  why: 'The node pools in this repository were filled by the rules of kube-scheduler, and pods of this workload stay Pending although nothing has failed. Change what it asks for (requests, node selector, tolerations, spread), or the pools.',
  controls: ['soc2:A1.1'],
  sources: ['https://kubernetes.io/docs/concepts/scheduling-eviction/kube-scheduler/'],
  visits: triedWorkloads,
  judge({ workload, simulated }) {
    const found = simulated.unplaced.find((one) => one.workload === workload);
    if (!found) return undefined;
    return {
      message: `${found.waiting} of its ${workload.replicas} ${workload.runs}s find no place before anything fails: ${found.why}. They ${workload.runs === 'pod' ? 'stay Pending' : 'are never started'}; change what it asks for, or the node pools.`,
      key: 'pending',
    };
  },
  examples: {
    bad: { 'main.tf': pool, 'deployment.yaml': exampleOf('64Gi') },
    good: { 'main.tf': pool, 'deployment.yaml': exampleOf('256Mi') },
  },
});

function exampleOf(memory: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: api }
spec:
  replicas: 1
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api } }
    spec:
      containers:
        - name: api
          image: example.com/api:1.4.2
          resources: { requests: { cpu: 100m, memory: ${memory} } }
`;
}
