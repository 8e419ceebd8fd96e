import { type NodePool, nodePools, removedPools } from '../../graph/gcp/clusters.ts';
import type { Selector } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { Unknown } from '../../model/unknown.ts';
import { check } from '../check.ts';

/** A default pool that is taken out at once still starts, as an account that may have been switched off. */
const places: Selector<NodePool> = {
  of: 'GKE node pools',
  find: (graph) => [...graph.select(nodePools), ...graph.select(removedPools)],
};

export default check({
  id: 'gcp/gke-default-service-account',
  title: 'GKE nodes that run as the default service account',
  dimension: 'security',
  severity: 'medium',
  why: 'The default service account of Compute Engine is an editor of the whole project unless somebody took that away, and whoever gets out of a pod onto a node has it. An account of its own needs little more than writing logs and metrics and pulling images.',
  sameAs: ['checkov:CKV2_GCP_1', 'kics:terraform/gcp/gke_using_default_service_account', 'trivy:GCP-0050'],
  controls: ['cis-gke:5.2.1', 'pci-dss:7.2.2', 'soc2:CC6.3'],
  sources: [
    'https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster#use_least_privilege_sa',
  ],
  visits: places,
  judge({ resource, node, pool, config, key }) {
    const account = config?.get('service_account');
    if (account && !isDefault(account)) return;
    // node auto-provisioning makes the nodes, and has an account
    if (!config && pool.has('cluster_autoscaling', 'auto_provisioning_defaults', 'service_account')) return;
    const isRemoved = pool === resource.body && pool.flag('remove_default_node_pool') === true;
    const scopes = (config?.list('oauth_scopes') ?? []).map((scope) => scope.text() ?? '');
    const isFull = scopes.some((scope) => /(^|\/)cloud-platform$/.test(scope));
    return {
      message: `${resource.address} runs its nodes as the default service account of Compute Engine${isFull ? ' with the scope cloud-platform, so that each has all of its rights' : ''}: give node_config a service_account with roles/container.defaultNodeServiceAccount.`,
      at: account ?? node,
      key,
      ...(isRemoved && { severity: 'low' }),
    };
  },
  examples: {
    bad: 'resource "google_container_node_pool" "workers" {\n  cluster = "shop"\n\n  node_config {\n    machine_type = "e2-standard-4"\n  }\n}\n',
    good: 'resource "google_service_account" "nodes" {\n  account_id = "shop-nodes"\n}\n\nresource "google_container_node_pool" "workers" {\n  cluster = "shop"\n\n  node_config {\n    machine_type    = "e2-standard-4"\n    service_account = google_service_account.nodes.email\n  }\n}\n',
  },
});

function isDefault({ content }: Node): boolean {
  if (content instanceof Unknown)
    return content.references.some((address) =>
      /google_(compute_default_service_account|project_default_service_accounts)\./.test(address),
    );
  return /^(default|)$|-compute@developer\.gserviceaccount\.com$/.test(String(content));
}
