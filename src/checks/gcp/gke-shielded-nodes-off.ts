import { isAutopilot, nodePools } from '../../graph/gcp/clusters.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import { check } from '../check.ts';

const places: Selector<Subject> = {
  of: 'GKE clusters and node pools',
  find: (graph) => [
    ...graph.ofType('google_container_cluster').map((resource) => ({ resource, node: resource.body })),
    ...graph.select(nodePools).filter(({ config }) => config !== undefined),
  ],
};

export default check({
  id: 'gcp/gke-shielded-nodes-off',
  title: 'GKE nodes that do not prove what they are',
  dimension: 'security',
  severity: 'medium',
  why: 'Shielded nodes prove to the control plane that they are machines of the cluster and that their boot was not tampered with. Switched off, a stolen bootstrap token is enough to pose as a node and to read its secrets. They cost nothing and are the default.',
  sameAs: [
    'checkov:CKV_GCP_71',
    'checkov:CKV_GCP_72',
    'kics:terraform/gcp/shielded_gke_nodes_disabled',
    'trivy:GCP-0055',
  ],
  controls: ['cis-gke:5.5.5', 'cis-gke:5.5.6', 'soc2:CC6.8'],
  sources: ['https://cloud.google.com/kubernetes-engine/docs/how-to/shielded-gke-nodes'],
  visits: places,
  judge({ resource, node }) {
    const isCluster = node === resource.body;
    if (isCluster && isAutopilot(resource)) return;
    const path = isCluster
      ? ['enable_shielded_nodes']
      : ['shielded_instance_config', 'enable_integrity_monitoring'];
    const setting = node.get(...path);
    if (setting?.flag() !== false) return;
    return {
      message: isCluster
        ? `${resource.address} switches Shielded GKE Nodes off, so anything with a bootstrap token can pose as a node: take enable_shielded_nodes = false out.`
        : `${resource.address} switches integrity monitoring off, so a node whose boot was tampered with goes unnoticed: set enable_integrity_monitoring to true.`,
      at: setting,
      fix: {
        safety: 'unsafe',
        summary: `set ${path.at(-1)} to true (makes the nodes anew)`,
        edits: [{ op: 'replace', node: setting, value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "google_container_cluster" "shop" {\n  name                  = "shop"\n  location              = "europe-west3"\n  enable_shielded_nodes = false\n}\n',
    good: 'resource "google_container_cluster" "shop" {\n  name                  = "shop"\n  location              = "europe-west3"\n  enable_shielded_nodes = true\n}\n',
  },
});
