import { nodePools } from '../../graph/gcp/clusters.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/gke-secure-boot-off',
  title: 'GKE nodes without Secure Boot',
  dimension: 'security',
  severity: 'low',
  why: 'With Secure Boot a node starts only kernels and drivers that are signed, so that a rootkit does not outlive a restart. It is off unless asked for; only nodes with third-party kernel modules that are not signed, as of some GPU drivers, cannot have it.',
  sameAs: ['checkov:CKV_GCP_68'],
  controls: ['cis-gke:5.5.7', 'soc2:CC6.8'],
  sources: ['https://cloud.google.com/kubernetes-engine/docs/how-to/shielded-gke-nodes#secure_boot'],
  visits: nodePools,
  judge({ resource, node, config, key }) {
    if (config?.has('guest_accelerator')) return;
    const setting = config?.get('shielded_instance_config', 'enable_secure_boot');
    if (setting?.flag() === true) return;
    return {
      message: `${resource.address} starts its nodes without Secure Boot: set enable_secure_boot in the shielded_instance_config of its node_config.`,
      at: setting ?? node,
      key,
      ...(config && {
        fix: {
          safety: 'unsafe',
          summary: 'set enable_secure_boot to true (makes the nodes anew)',
          edits: [
            { op: 'set', in: config, path: ['shielded_instance_config', 'enable_secure_boot'], value: true },
          ],
        },
      }),
    };
  },
  examples: {
    bad: pool('false'),
    good: pool('true'),
  },
});

function pool(secureBoot: string): string {
  return `resource "google_container_node_pool" "workers" {
  cluster = "shop"

  node_config {
    machine_type = "e2-standard-4"

    shielded_instance_config {
      enable_secure_boot = ${secureBoot}
    }
  }
}
`;
}
