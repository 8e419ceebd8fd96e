import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/gke-secrets-key-missing',
  title: 'Kubernetes Secrets without a key of their own',
  dimension: 'security',
  severity: 'low',
  why: 'GKE encrypts its disks, but whoever reads the database of the control plane, or a copy of it, reads every Secret in it. With a key of Cloud KMS they are encrypted once more, its use is audited, and taking the key away makes them unreadable.',
  controls: ['cis-gke:5.3.1', 'pci-dss:3.5.1', 'soc2:CC6.1'],
  sources: ['https://cloud.google.com/kubernetes-engine/docs/how-to/encrypting-secrets'],
  visits: resources('google_container_cluster'),
  judge({ resource, node }) {
    const state = node.get('database_encryption', 'state');
    const text = state?.text();
    if (text === 'ENCRYPTED' || text === 'ALL_OBJECTS_ENCRYPTION_ENABLED') return;
    return {
      message: `${resource.address} keeps its Secrets without a key of their own: set database_encryption with state = "ENCRYPTED" and a key of Cloud KMS.`,
      at: state ?? node,
    };
  },
  examples: {
    bad: 'resource "google_container_cluster" "shop" {\n  name     = "shop"\n  location = "europe-west3"\n}\n',
    good: 'resource "google_container_cluster" "shop" {\n  name     = "shop"\n  location = "europe-west3"\n\n  database_encryption {\n    state    = "ENCRYPTED"\n    key_name = "projects/acme-shop/locations/europe-west3/keyRings/gke/cryptoKeys/secrets"\n  }\n}\n',
  },
});
