import { clusterOf, isAutopilot, poolsOf } from '../../graph/gcp/clusters.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/gke-nodes-public',
  title: 'GKE nodes with public addresses',
  dimension: 'security',
  severity: 'medium',
  why: 'Every node of such a cluster has an address of the internet, so that one firewall rule or one NodePort too many opens it to everybody. Private nodes reach out through Cloud NAT and are reached through load balancers only.',
  sameAs: [
    'checkov:CKV_GCP_25',
    'checkov:CKV_GCP_64',
    'kics:terraform/gcp/private_cluster_disabled',
    'trivy:GCP-0059',
  ],
  controls: ['cis-gke:5.6.5', 'pci-dss:1.4.4', 'soc2:CC6.6'],
  sources: ['https://cloud.google.com/kubernetes-engine/docs/concepts/network-isolation'],
  visits: resources('google_container_cluster', 'google_container_node_pool'),
  judge({ resource, node }, graph) {
    if (resource.type === 'google_container_node_pool') {
      // without a setting of its own a pool is as its cluster, where that is judged
      const own = node.get('network_config', 'enable_private_nodes');
      if (own?.flag() !== false || clusterOf(graph, resource) === undefined) return;
      return {
        message: `${resource.address} gives its nodes public addresses although a pool may be private: set enable_private_nodes to true.`,
        at: own,
        fix: {
          safety: 'unsafe',
          summary:
            'set enable_private_nodes to true (makes the nodes anew; they need Cloud NAT to reach out)',
          edits: [{ op: 'replace', node: own, value: true }],
        },
      };
    }
    const setting = node.get('private_cluster_config', 'enable_private_nodes');
    if (setting?.flag() === true) return;
    const pools = poolsOf(graph, resource);
    if (
      pools.length > 0 &&
      node.flag('remove_default_node_pool') === true &&
      pools.every(({ body }) => body.flag('network_config', 'enable_private_nodes') === true)
    )
      return;
    const nodes = isAutopilot(resource) ? 'the nodes that Autopilot makes' : 'its nodes';
    return {
      message: `${resource.address} gives ${nodes} public addresses: set private_cluster_config.enable_private_nodes, and let them reach out through Cloud NAT.`,
      at: setting ?? node.get('private_cluster_config') ?? node,
      fix: {
        safety: 'unsafe',
        summary: 'set enable_private_nodes to true (replaces the nodes; they need Cloud NAT to reach out)',
        edits: [
          { op: 'set', in: node, path: ['private_cluster_config', 'enable_private_nodes'], value: true },
        ],
      },
    };
  },
  examples: {
    bad: 'resource "google_container_cluster" "shop" {\n  name     = "shop"\n  location = "europe-west3"\n}\n',
    good: 'resource "google_container_cluster" "shop" {\n  name     = "shop"\n  location = "europe-west3"\n\n  private_cluster_config {\n    enable_private_nodes = true\n  }\n}\n',
  },
});
