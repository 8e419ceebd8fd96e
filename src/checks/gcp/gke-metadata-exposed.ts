import { needCluster, nodePools } from '../../graph/gcp/clusters.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/gke-metadata-exposed',
  title: "GKE pods that get their node's credentials",
  dimension: 'security',
  severity: 'medium',
  why: 'Without the GKE metadata server every pod asks the metadata of its node and gets the credentials of the node’s service account, so one vulnerable pod has the rights of them all. Workload Identity gives each service account of Kubernetes rights of its own, without keys.',
  sameAs: ['checkov:CKV_GCP_69', 'trivy:GCP-0057'],
  controls: ['cis-gke:5.2.2', 'cis-gke:5.4.1', 'soc2:CC6.1'],
  sources: ['https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity'],
  visits: nodePools,
  judge(subject) {
    const { resource, node, config, cluster, key } = subject;
    const mode =
      config?.get('workload_metadata_config', 'mode') ??
      config?.get('workload_metadata_config', 'node_metadata');
    const text = mode?.text();
    if (text !== undefined && /^GKE_METADATA(_SERVER)?$/.test(text)) return;
    if (text === undefined) needCluster(subject);
    // pools of a cluster with Workload Identity have the metadata server unless they say otherwise
    if (text === undefined && cluster?.body.has('workload_identity_config')) return;
    const named = text === undefined ? 'no workload_metadata_config' : `${text} as its metadata mode`;
    return {
      message: `${resource.address} has ${named}, so its pods get the credentials of their node: set workload_identity_config in the cluster, and mode = "GKE_METADATA".`,
      at: mode ?? node,
      key,
      ...(mode &&
        cluster?.body.has('workload_identity_config') && {
          fix: {
            safety: 'unsafe',
            summary: 'set mode to "GKE_METADATA" (pods that use the node’s credentials need their own)',
            edits: [{ op: 'replace', node: mode, value: 'GKE_METADATA' }],
          },
        }),
    };
  },
  examples: {
    bad: pool('GCE_METADATA'),
    good: pool('GKE_METADATA'),
  },
});

function pool(mode: string): string {
  return `resource "google_container_node_pool" "workers" {
  cluster = "shop"

  node_config {
    machine_type = "e2-standard-4"

    workload_metadata_config {
      mode = "${mode}"
    }
  }
}
`;
}
