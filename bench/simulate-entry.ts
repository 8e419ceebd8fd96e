import { performance } from 'node:perf_hooks';
import { buildGraph } from '../src/graph/build.ts';
import { SourceFile } from '../src/model/source-file.ts';
import { readRepository } from '../src/read/read-repository.ts';
import { platformOf, start } from '../src/simulation/platform/platform.ts';
import { worldsOf } from '../src/simulation/platform/worlds.ts';
import { loseEachNode, loseEachZone } from '../src/simulation/scenarios/machines.ts';

/** A repository of one cluster: workloads of ten pods each, as different as real ones are. */
function filesOf(nodes: number, pods: number): Record<string, string> {
  const zones = ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'];
  const terraform = `
resource "aws_subnet" "nodes" {
  for_each          = toset(${JSON.stringify(zones)})
  vpc_id            = "vpc-1"
  cidr_block        = "10.0.0.0/16"
  availability_zone = each.key
}
resource "aws_eks_node_group" "general" {
  cluster_name    = "shop"
  node_group_name = "general"
  node_role_arn   = "arn:aws:iam::111122223333:role/nodes"
  subnet_ids      = [for subnet in aws_subnet.nodes : subnet.id]
  instance_types  = ["m5.2xlarge"]
  scaling_config {
    min_size     = ${nodes}
    desired_size = ${nodes}
    max_size     = ${nodes}
  }
}
`;
  const manifests = Array.from({ length: Math.ceil(pods / 10) }, (_, at) => {
    const spread =
      at % 3 === 0
        ? `
      topologySpreadConstraints:
        - topologyKey: topology.kubernetes.io/zone
          maxSkew: 1
          whenUnsatisfiable: DoNotSchedule
          labelSelector: { matchLabels: { app: w${at} } }`
        : at % 3 === 1
          ? `
      affinity:
        podAntiAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            - topologyKey: kubernetes.io/hostname
              labelSelector: { matchLabels: { app: w${at} } }`
          : '';
    return `apiVersion: apps/v1
kind: Deployment
metadata: { name: w${at}, namespace: n${at % 20} }
spec:
  replicas: 10
  selector: { matchLabels: { app: w${at} } }
  template:
    metadata: { labels: { app: w${at} } }
    spec:${spread}
      containers:
        - name: main
          image: example.com/w${at}:1.0.0
          resources: { requests: { cpu: ${200 + (at % 7) * 60}m, memory: ${256 + (at % 5) * 128}Mi } }
          env: [{ name: NEXT_URL, value: "http://w${at + 1}.n${(at + 1) % 20}.svc" }]
---
apiVersion: v1
kind: Service
metadata: { name: w${at}, namespace: n${at % 20} }
spec: { selector: { app: w${at} }, ports: [{ port: 80 }] }
`;
  });
  return { 'main.tf': terraform, 'workloads.yaml': manifests.join('---\n') };
}

export interface Measured {
  readonly nodes: number;
  readonly pods: number;
  readonly placed: number;
  readonly placing: number;
  readonly zones: number;
  readonly eachNode: number;
  readonly megabytes: number;
}

/** Places all pods, then loses every zone and every single node in turn. Times in seconds. */
export async function measure(nodes: number, pods: number): Promise<Measured> {
  const files = new Map(
    Object.entries(filesOf(nodes, pods)).map(([path, text]) => [path, new SourceFile(path, text)]),
  );
  const reading = await readRepository(
    {
      root: '/bench',
      paths: [...files.keys()],
      unseen: [],
      read: (path) => files.get(path),
      list: () => [],
      has: (path) => files.has(path),
      run: async () => ({ outcome: 'missing' }),
      report: ({ message }) => {
        throw new Error(message);
      },
    },
    { varFiles: [], vars: {}, kubernetesVersion: '1.33', render: false },
  );
  const graph = buildGraph(reading.units, reading.resources, [...files.keys()]);
  const platform = platformOf(graph, worldsOf(graph)[0]!, {});
  const began = performance.now();
  const running = start(platform);
  const placedAt = performance.now();
  loseEachZone(platform, running);
  const zonesAt = performance.now();
  loseEachNode(platform, running);
  const end = performance.now();
  const placed = [...running.pods.values()].flat().filter(({ node }) => node >= 0).length;
  return {
    nodes,
    pods,
    placed,
    placing: (placedAt - began) / 1000,
    zones: (zonesAt - placedAt) / 1000,
    eachNode: (end - zonesAt) / 1000,
    megabytes: process.memoryUsage().rss / 2 ** 20,
  };
}
