import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/gke-routes-based',
  title: 'GKE cluster whose pods have no addresses of the VPC',
  dimension: 'functionality',
  severity: 'low',
  why: 'A routes-based cluster takes a route of the network for each node, of which there are few, and its pods cannot be reached through peering, by container-native load balancers or by firewall rules of their own. It cannot be changed later.',
  sameAs: ['checkov:CKV_GCP_23', 'kics:terraform/gcp/ip_aliasing_disabled', 'trivy:GCP-0049'],
  controls: ['cis-gke:5.6.2'],
  sources: ['https://cloud.google.com/kubernetes-engine/docs/concepts/alias-ips'],
  visits: resources('google_container_cluster'),
  judge({ resource, node }) {
    const mode = node.get('networking_mode');
    if (mode?.text() !== 'ROUTES') return;
    return {
      message: `${resource.address} routes to its pods past the VPC: set networking_mode to "VPC_NATIVE" with an ip_allocation_policy, before it is made.`,
      at: mode,
    };
  },
  examples: {
    bad: 'resource "google_container_cluster" "shop" {\n  name            = "shop"\n  location        = "europe-west3"\n  networking_mode = "ROUTES"\n}\n',
    good: 'resource "google_container_cluster" "shop" {\n  name            = "shop"\n  location        = "europe-west3"\n  networking_mode = "VPC_NATIVE"\n\n  ip_allocation_policy {}\n}\n',
  },
});
