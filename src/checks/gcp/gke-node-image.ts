import { nodePools } from '../../graph/gcp/clusters.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/gke-node-image',
  title: 'GKE nodes without the container-optimised image',
  dimension: 'security',
  severity: 'low',
  why: 'The container-optimised image has a read-only root, no package manager and little to attack, and Google mends it first. An image with Docker instead of containerd is gone since Kubernetes 1.24, so that such a pool can no longer be made.',
  sameAs: ['checkov:CKV_GCP_22', 'kics:terraform/gcp/cos_node_image_not_used', 'trivy:GCP-0054'],
  controls: ['cis-gke:5.5.1', 'soc2:CC6.8'],
  sources: ['https://cloud.google.com/kubernetes-engine/docs/concepts/node-images'],
  visits: nodePools,
  judge({ resource, config, key }) {
    const image = config?.get('image_type');
    const text = image?.text()?.toUpperCase();
    if (!image || text === undefined || /^COS(_CONTAINERD)?$/.test(text) || text.startsWith('WINDOWS'))
      return;
    const retired = text === 'UBUNTU';
    return {
      message: `${resource.address} runs its nodes on ${image.text()}${retired ? ', which brings Docker and is gone since Kubernetes 1.24' : ''}: use "COS_CONTAINERD" unless something needs Ubuntu’s packages.`,
      at: image,
      key,
      fix: {
        safety: 'unsafe',
        summary: 'set image_type to "COS_CONTAINERD" (makes the nodes anew)',
        edits: [{ op: 'replace', node: image, value: 'COS_CONTAINERD' }],
      },
    };
  },
  examples: {
    bad: pool('UBUNTU_CONTAINERD'),
    good: pool('COS_CONTAINERD'),
  },
});

function pool(image: string): string {
  return `resource "google_container_node_pool" "workers" {
  cluster = "shop"

  node_config {
    image_type = "${image}"
  }
}
`;
}
