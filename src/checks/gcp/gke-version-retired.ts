import { retiredKubernetes } from '../../graph/gcp/retirements.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** Where a version is asked for, of a cluster and of a pool. */
const settings = ['min_master_version', 'node_version', 'version'] as const;

export default check({
  id: 'gcp/gke-version-retired',
  title: 'Kubernetes version that GKE supports no more',
  dimension: 'reliability',
  severity: 'medium',
  why: 'After the end of standard support a version cannot be chosen any more, gets no patches of Kubernetes, and GKE upgrades what runs on it on a day of its own. Nodes that are held to it fall behind the control plane, which takes them only two minor versions back.',
  sameAs: ['kics:terraform/gcp/outdated_gke_version'],
  controls: ['pci-dss:6.3.3', 'soc2:CC7.1'],
  sources: ['https://cloud.google.com/kubernetes-engine/docs/release-schedule'],
  visits: resources('google_container_cluster', 'google_container_node_pool'),
  judge({ resource, node }) {
    // this channel has patches for ten months more
    if (node.text('release_channel', 'channel') === 'EXTENDED') return;
    for (const name of settings) {
      const setting = node.get(name);
      const minor = /^1\.(\d+)(\D|$)/.exec(setting?.text() ?? '')?.[1];
      if (!setting || minor === undefined || Number(minor) > retiredKubernetes.newest) continue;
      return {
        message:
          name === 'min_master_version'
            ? `${resource.address} asks for Kubernetes 1.${minor} at least, which GKE supports no more: a new cluster is refused. Raise it, or take it out and let a release channel choose.`
            : `${resource.address} holds its nodes to Kubernetes 1.${minor}, which GKE supports no more: raise ${name}, or take it out and let nodes follow the control plane.`,
        at: setting,
        ...(name === 'min_master_version' && { severity: 'low' }),
      };
    }
    return;
  },
  examples: {
    bad: 'resource "google_container_node_pool" "shop" {\n  name    = "shop"\n  cluster = "shop"\n  version = "1.24.17-gke.2472000"\n}\n',
    good: 'resource "google_container_node_pool" "shop" {\n  name    = "shop"\n  cluster = "shop"\n\n  management {\n    auto_upgrade = true\n  }\n}\n',
  },
});
