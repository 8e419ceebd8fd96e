import { isInChannel, needCluster, nodePools } from '../../graph/gcp/clusters.ts';
import { googleProviderMajor } from '../../graph/gcp/provider-version.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/gke-auto-repair-off',
  title: 'GKE nodes that are not repaired by themselves',
  dimension: 'reliability',
  severity: 'medium',
  why: 'A node whose kubelet hangs or whose disk is full stays in the cluster as not ready until somebody replaces it by hand, and the capacity is missing meanwhile. Auto-repair replaces it after ten minutes.',
  sameAs: [
    'checkov:CKV_GCP_9',
    'kics:terraform/gcp/google_container_node_pool_auto_repair_disabled',
    'trivy:GCP-0063',
  ],
  controls: ['cis-gke:5.5.2', 'soc2:A1.2'],
  sources: ['https://cloud.google.com/kubernetes-engine/docs/how-to/node-auto-repair'],
  visits: nodePools,
  judge(subject, graph) {
    const { resource, pool, cluster, key } = subject;
    if (pool === resource.body && resource.type === 'google_container_cluster') return;
    const setting = pool.get('management', 'auto_repair');
    if (setting?.flag() === true || (!setting && isInChannel(cluster))) return;
    if (!setting && (googleProviderMajor(graph, resource.unit) ?? 0) >= 5) return;
    if (!setting) needCluster(subject);
    return {
      message: setting
        ? `${resource.address} leaves broken nodes in the cluster until somebody replaces them: set management.auto_repair to true.`
        : `${resource.address} does not say whether broken nodes are replaced, and providers before version 5 take that for no: set management.auto_repair to true.`,
      at: setting ?? pool.get('management') ?? pool,
      key,
      ...(!setting && { severity: 'low' }),
      fix: {
        safety: 'safe',
        summary: 'set management.auto_repair to true',
        edits: [{ op: 'set', in: pool, path: ['management', 'auto_repair'], value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "google_container_node_pool" "workers" {\n  cluster = "shop"\n\n  management {\n    auto_repair = false\n  }\n}\n',
    good: 'resource "google_container_node_pool" "workers" {\n  cluster = "shop"\n\n  management {\n    auto_repair = true\n  }\n}\n',
  },
});
