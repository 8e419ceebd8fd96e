import type { Graph } from '../../graph/graph.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { check, type Fault } from '../check.ts';

const names = ['cluster_secondary_range_name', 'services_secondary_range_name'];

export default check({
  id: 'gcp/gke-range-missing',
  title: 'GKE cluster that names a range which its subnet lacks',
  dimension: 'functionality',
  severity: 'high',
  why: 'Pods and services take their addresses from secondary ranges of the subnet, by name. Where the subnet has no range of that name, the cluster is refused in the middle of the apply.',
  sources: [
    'https://cloud.google.com/kubernetes-engine/docs/concepts/alias-ips#cluster_sizing_secondary_range_pods',
  ],
  visits: resources('google_container_cluster'),
  judge({ resource, node }, graph): readonly Fault[] {
    const subnet = subnetOf(graph, resource);
    const known = subnet && rangesOf(subnet);
    if (!known) return [];
    return names.flatMap((name) => {
      const wanted = node.get('ip_allocation_policy', name);
      const text = wanted?.text();
      if (!wanted || !text || known.includes(text)) return [];
      const there = known.length > 0 ? `only ${known.join(', ')}` : 'no secondary range';
      return [
        {
          message: `${resource.address} takes addresses from the range ${text}, and ${subnet!.address} has ${there}: name one that is there, or add it.`,
          at: wanted,
          key: name,
        },
      ];
    });
  },
  examples: {
    bad: cluster('pod'),
    good: cluster('pods'),
  },
});

function subnetOf(graph: Graph, cluster: Resource): Resource | undefined {
  const at = cluster.body.peek('subnetwork');
  return graph
    .from(cluster)
    .find((relation) => relation.at === at && relation.to.type === 'google_compute_subnetwork')?.to;
}

/** Names of the secondary ranges of a subnet; `undefined` where one cannot be told. */
function rangesOf({ body }: Resource): readonly string[] | undefined {
  const blocks = body.peek('secondary_ip_range');
  if (!blocks) return [];
  if (!Array.isArray(blocks.content)) return undefined;
  const found = (blocks.content as readonly Node[]).map((block) => block.peek('range_name')?.content);
  return found.every((name) => typeof name === 'string') ? (found as readonly string[]) : undefined;
}

function cluster(range: string): string {
  return `resource "google_compute_subnetwork" "nodes" {
  name          = "nodes"
  network       = "shop"
  ip_cidr_range = "10.0.0.0/20"

  secondary_ip_range {
    range_name    = "pods"
    ip_cidr_range = "10.1.0.0/16"
  }
}

resource "google_container_cluster" "shop" {
  name       = "shop"
  location   = "europe-west3"
  subnetwork = google_compute_subnetwork.nodes.id

  ip_allocation_policy {
    cluster_secondary_range_name = "${range}"
  }
}
`;
}
