import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/gke-authorized-networks-missing',
  title: 'GKE control plane that any address may reach',
  dimension: 'security',
  severity: 'medium',
  why: 'The control plane has a public endpoint, and without authorised networks it answers everybody, so that only credentials guard it. List the networks from which the cluster is operated, or switch the public endpoint off.',
  sameAs: ['checkov:CKV_GCP_20', 'trivy:GCP-0061'],
  controls: ['cis-gke:5.6.3', 'pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: ['https://cloud.google.com/kubernetes-engine/docs/how-to/authorized-networks'],
  visits: resources('google_container_cluster'),
  judge({ resource, node }) {
    if (node.has('master_authorized_networks_config')) return;
    if (node.flag('private_cluster_config', 'enable_private_endpoint') === true) return;
    if (node.flag('control_plane_endpoints_config', 'ip_endpoints_config', 'enabled') === false) return;
    return {
      message: `${resource.address} has a public control plane without authorised networks: add master_authorized_networks_config with the networks from which it is operated.`,
    };
  },
  examples: {
    bad: 'resource "google_container_cluster" "shop" {\n  name     = "shop"\n  location = "europe-west3"\n}\n',
    good: 'resource "google_container_cluster" "shop" {\n  name     = "shop"\n  location = "europe-west3"\n\n  master_authorized_networks_config {\n    cidr_blocks {\n      cidr_block = "10.10.128.0/24"\n    }\n  }\n}\n',
  },
});
