import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/gke-default-pool-kept',
  title: 'GKE nodes declared in their cluster',
  dimension: 'iac-quality',
  severity: 'low',
  why: 'Most changes to nodes that are declared within the cluster make Terraform replace the cluster, with everything in it. A google_container_node_pool of its own is replaced alone, and a second one can take over before the first goes.',
  sameAs: ['checkov:CKV_GCP_123'],
  sources: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/guides/using_gke_with_terraform',
  ],
  visits: resources('google_container_cluster'),
  judge({ resource, node }) {
    if (node.flag('enable_autopilot') === true || node.flag('remove_default_node_pool') === true) return;
    const inline = node.get('node_pool') ?? node.get('node_config');
    if (!inline) return;
    const at = Array.isArray(inline.content) ? (inline.content[0] ?? inline) : inline;
    return {
      message: `${resource.address} declares its nodes itself, so that a change to them may replace the whole cluster: set remove_default_node_pool, and declare a google_container_node_pool.`,
      at,
    };
  },
  examples: {
    bad: 'resource "google_container_cluster" "shop" {\n  name               = "shop"\n  location           = "europe-west3"\n  initial_node_count = 2\n\n  node_config {\n    machine_type = "e2-standard-4"\n  }\n}\n',
    good: 'resource "google_container_cluster" "shop" {\n  name                     = "shop"\n  location                 = "europe-west3"\n  initial_node_count       = 1\n  remove_default_node_pool = true\n}\n',
  },
});
