import { isInChannel, needCluster, nodePools } from '../../graph/gcp/clusters.ts';
import { googleProviderMajor } from '../../graph/gcp/provider-version.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/gke-auto-upgrade-off',
  title: 'GKE nodes that are not upgraded by themselves',
  dimension: 'reliability',
  severity: 'medium',
  why: 'Nodes that stay behind keep known flaws of the kernel and the kubelet, and once they are too old for the control plane an upgrade comes in a hurry. Auto-upgrade replaces them in the maintenance window, node by node.',
  sameAs: ['checkov:CKV_GCP_10', 'kics:terraform/gcp/node_auto_upgrade_disabled', 'trivy:GCP-0058'],
  controls: ['cis-gke:5.5.3', 'pci-dss:6.3.3', 'soc2:CC7.1'],
  sources: [
    'https://cloud.google.com/kubernetes-engine/docs/how-to/node-auto-upgrades',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/guides/version_5_upgrade',
  ],
  visits: nodePools,
  judge(subject, graph) {
    const { resource, pool, cluster, key } = subject;
    if (pool === resource.body && resource.type === 'google_container_cluster') return;
    const setting = pool.get('management', 'auto_upgrade');
    if (setting?.flag() === true || (!setting && isInChannel(cluster))) return;
    if (!setting && (googleProviderMajor(graph, resource.unit) ?? 0) >= 5) return;
    if (!setting) needCluster(subject);
    return {
      message: setting
        ? `${resource.address} never upgrades its nodes by itself, so they keep known flaws until somebody thinks of it: set management.auto_upgrade to true.`
        : `${resource.address} does not say whether its nodes upgrade themselves, and providers before version 5 take that for no: set management.auto_upgrade to true.`,
      at: setting ?? pool.get('management') ?? pool,
      key,
      ...(!setting && { severity: 'low' }),
      fix: {
        safety: 'unsafe',
        summary: 'set management.auto_upgrade to true (replaces nodes in the maintenance windows)',
        edits: [{ op: 'set', in: pool, path: ['management', 'auto_upgrade'], value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "google_container_node_pool" "workers" {\n  cluster = "shop"\n\n  management {\n    auto_upgrade = false\n  }\n}\n',
    good: 'resource "google_container_node_pool" "workers" {\n  cluster = "shop"\n\n  management {\n    auto_upgrade = true\n  }\n}\n',
  },
});
