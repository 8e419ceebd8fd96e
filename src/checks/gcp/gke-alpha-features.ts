import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/gke-alpha-features',
  title: 'GKE alpha cluster',
  dimension: 'reliability',
  severity: 'high',
  why: 'A cluster with alpha features gets no upgrades and no support, has no service level agreement, and is deleted by GKE after thirty days with all that runs in it.',
  sameAs: ['checkov:CKV2_GCP_19'],
  controls: ['cis-gke:5.10.2', 'soc2:A1.2'],
  sources: ['https://cloud.google.com/kubernetes-engine/docs/concepts/alpha-clusters'],
  visits: resources('google_container_cluster'),
  judge({ resource, node }) {
    const alpha = node.get('enable_kubernetes_alpha');
    if (alpha?.flag() !== true) return;
    return {
      message: `${resource.address} is an alpha cluster, which GKE deletes after thirty days: take enable_kubernetes_alpha out.`,
      at: alpha,
    };
  },
  examples: {
    bad: 'resource "google_container_cluster" "shop" {\n  name                    = "shop"\n  location                = "europe-west3"\n  enable_kubernetes_alpha = true\n}\n',
    good: 'resource "google_container_cluster" "shop" {\n  name                    = "shop"\n  location                = "europe-west3"\n  enable_kubernetes_alpha = false\n}\n',
  },
});
