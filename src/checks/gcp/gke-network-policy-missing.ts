import { isAutopilot } from '../../graph/gcp/clusters.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/gke-network-policy-missing',
  title: 'GKE cluster that ignores network policies',
  dimension: 'security',
  severity: 'medium',
  why: 'Without Dataplane V2 or the network policy add-on nothing enforces a NetworkPolicy: it is accepted, and every pod still reaches every other. Dataplane V2 enforces them and can log what it refused; it has to be chosen when the cluster is made.',
  sameAs: ['checkov:CKV_GCP_12', 'kics:terraform/gcp/network_policy_disabled', 'trivy:GCP-0056'],
  controls: ['cis-gke:4.3.1', 'pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: ['https://cloud.google.com/kubernetes-engine/docs/concepts/dataplane-v2'],
  visits: resources('google_container_cluster'),
  judge({ resource, node }) {
    if (isAutopilot(resource) || node.text('datapath_provider') === 'ADVANCED_DATAPATH') return;
    const enabled = node.get('network_policy', 'enabled');
    const addOn = node.get('addons_config', 'network_policy_config', 'disabled');
    if (enabled?.flag() === true && addOn?.flag() !== true) return;
    return {
      message:
        enabled?.flag() === true
          ? `${resource.address} asks for network policies and switches the add-on off that enforces them: set network_policy_config.disabled to false, or use datapath_provider = "ADVANCED_DATAPATH".`
          : `${resource.address} enforces no NetworkPolicy: every pod reaches every other, whatever the manifests say. Set datapath_provider = "ADVANCED_DATAPATH", or enable network_policy in a cluster that is there already.`,
      at: (enabled?.flag() === true ? addOn : enabled) ?? node,
    };
  },
  examples: {
    bad: 'resource "google_container_cluster" "shop" {\n  name     = "shop"\n  location = "europe-west3"\n}\n',
    good: 'resource "google_container_cluster" "shop" {\n  name              = "shop"\n  location          = "europe-west3"\n  datapath_provider = "ADVANCED_DATAPATH"\n}\n',
  },
});
