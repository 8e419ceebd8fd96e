import { nodePools } from '../../graph/gcp/clusters.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/gke-legacy-metadata',
  title: 'GKE nodes with the legacy metadata endpoints',
  dimension: 'security',
  severity: 'high',
  why: 'The endpoints of version 0.1 and v1beta1 hand out the credentials of the node to any request, without the header that a forged request cannot set: one server-side request forgery in a pod is enough. GKE has them off since version 1.12.',
  sameAs: ['trivy:GCP-0048'],
  controls: ['soc2:CC6.6'],
  sources: [
    'https://cloud.google.com/kubernetes-engine/docs/how-to/protecting-cluster-metadata#disable-legacy-apis',
  ],
  visits: nodePools,
  judge({ resource, config, key }) {
    const legacy = config?.get('metadata', 'disable-legacy-endpoints');
    if (legacy?.flag() !== false) return;
    return {
      message: `${resource.address} keeps the legacy metadata endpoints, which hand the credentials of the node to any request: set disable-legacy-endpoints to "true".`,
      at: legacy,
      key,
      fix: {
        safety: 'unsafe',
        summary: 'set disable-legacy-endpoints to "true" (makes the nodes anew)',
        edits: [{ op: 'replace', node: legacy, value: 'true' }],
      },
    };
  },
  examples: {
    bad: pool('false'),
    good: pool('true'),
  },
});

function pool(value: string): string {
  return `resource "google_container_node_pool" "workers" {
  cluster = "shop"

  node_config {
    metadata = {
      disable-legacy-endpoints = "${value}"
    }
  }
}
`;
}
