import { isAutopilot } from '../../graph/gcp/clusters.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/gke-release-channel-missing',
  title: 'GKE cluster without a release channel',
  dimension: 'reliability',
  severity: 'low',
  why: 'A release channel upgrades control plane and nodes to versions that have proven themselves, patches security flaws, and allows maintenance exclusions of months. Without one somebody has to watch for the end of each version, until GKE upgrades on its own day.',
  sameAs: ['checkov:CKV_GCP_70'],
  controls: ['cis-gke:5.5.4', 'pci-dss:6.3.3', 'soc2:CC7.1'],
  sources: ['https://cloud.google.com/kubernetes-engine/docs/concepts/release-channels'],
  visits: resources('google_container_cluster'),
  judge({ resource, node }) {
    if (isAutopilot(resource)) return;
    const channel = node.get('release_channel', 'channel');
    const text = channel?.text();
    if (text !== undefined && text !== 'UNSPECIFIED') return;
    return {
      message: `${resource.address} ${text ? 'leaves every release channel' : 'names no release channel'}, so its upgrades are left to whoever thinks of them: set release_channel.channel to "REGULAR" or "STABLE".`,
      at: channel ?? node,
      ...(text === 'UNSPECIFIED' && { severity: 'medium' }),
      fix: {
        safety: 'unsafe',
        summary: 'set release_channel to "REGULAR" (upgrades the cluster in its maintenance windows)',
        edits: [{ op: 'set', in: node, path: ['release_channel', 'channel'], value: 'REGULAR' }],
      },
    };
  },
  examples: {
    bad: 'resource "google_container_cluster" "shop" {\n  name     = "shop"\n  location = "europe-west3"\n}\n',
    good: 'resource "google_container_cluster" "shop" {\n  name     = "shop"\n  location = "europe-west3"\n\n  release_channel {\n    channel = "STABLE"\n  }\n}\n',
  },
});
