import { isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/gke-flows-hidden',
  title: 'GKE cluster whose traffic within a node is not seen',
  dimension: 'observability',
  severity: 'info',
  why: 'Packets between two pods on one node never reach the VPC, so that flow logs and packet mirroring miss them. Intranode visibility sends them through it; it is on by default in Autopilot.',
  sameAs: ['checkov:CKV_GCP_61'],
  controls: ['cis-gke:5.6.1'],
  sources: ['https://cloud.google.com/kubernetes-engine/docs/how-to/intranode-visibility'],
  visits: resources('google_container_cluster'),
  judge({ resource, node }) {
    if (node.flag('enable_autopilot') === true) return;
    const setting = node.get('enable_intranode_visibility');
    if (setting ? setting.flag() === true : !isProduction(resource)) return;
    return {
      message: `${resource.address} leaves traffic between pods of one node out of flow logs: set enable_intranode_visibility to true.`,
      at: setting ?? node,
      fix: {
        safety: 'unsafe',
        summary: 'set enable_intranode_visibility to true (restarts control plane and nodes)',
        edits: [{ op: 'set', in: node, path: ['enable_intranode_visibility'], value: true }],
      },
    };
  },
  examples: {
    bad: cluster('false'),
    good: cluster('true'),
  },
});

function cluster(visible: string): string {
  return `resource "google_container_cluster" "shop" {
  name                        = "shop"
  location                    = "europe-west3"
  enable_intranode_visibility = ${visible}
}
`;
}
