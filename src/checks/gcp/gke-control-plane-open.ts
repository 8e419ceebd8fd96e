import { isInternet } from '../../graph/network/ranges.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/gke-control-plane-open',
  title: 'Control plane of GKE open to the internet',
  dimension: 'security',
  severity: 'high',
  why: 'With the whole internet as an authorised network, only credentials stand between anybody and the cluster: a leaked token, or a flaw of the API server, is enough. Authorise the addresses of the office, the VPN and the pipeline, or use the DNS endpoint with IAM.',
  sameAs: ['checkov:CKV_GCP_18', 'kics:terraform/gcp/gke_control_plane_is_public', 'trivy:GCP-0053'],
  controls: ['cis-gke:5.6.3', 'cis-gke:5.6.4', 'pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: ['https://cloud.google.com/kubernetes-engine/docs/how-to/authorized-networks'],
  visits: resources('google_container_cluster'),
  judge({ resource, node }) {
    const open = node
      .list('master_authorized_networks_config', 'cidr_blocks')
      .map((block) => block.get('cidr_block'))
      .find((range) => range && isInternet(range.text() ?? ''));
    if (!open || node.flag('private_cluster_config', 'enable_private_endpoint') === true) return;
    return {
      message: `${resource.address} lets ${open.text()} reach its control plane: authorise only the networks from which it is operated.`,
      at: open,
    };
  },
  examples: {
    bad: cluster('0.0.0.0/0'),
    good: cluster('10.10.128.0/24'),
  },
});

function cluster(range: string): string {
  return `resource "google_container_cluster" "shop" {
  name     = "shop"
  location = "europe-west3"

  master_authorized_networks_config {
    cidr_blocks {
      cidr_block   = "${range}"
      display_name = "operations"
    }
  }
}
`;
}
