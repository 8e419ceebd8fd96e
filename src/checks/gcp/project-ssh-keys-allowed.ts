import {
  isClusterNode,
  isFromTemplate,
  machines,
  metadataSwitch,
  projectSwitch,
} from '../../graph/gcp/machines.ts';
import { check } from '../check.ts';

const name = 'block-project-ssh-keys';

export default check({
  id: 'gcp/project-ssh-keys-allowed',
  title: "Machine that takes the project's SSH keys",
  dimension: 'security',
  severity: 'low',
  why: 'An SSH key in the metadata of the project opens every machine in it that does not refuse, so that one stolen key opens all. OS Login ties SSH to the accounts and roles of people, and does away with keys in metadata.',
  sameAs: [
    'checkov:CKV_GCP_32',
    'kics:terraform/gcp/project_wide_ssh_keys_are_enabled_in_vm_instances',
    'regula:FG_R00413',
    'trivy:GCP-0030',
  ],
  controls: ['cis-gcp:4.3', 'pci-dss:8.2.1', 'soc2:CC6.1'],
  sources: ['https://cloud.google.com/compute/docs/connect/restrict-ssh-keys'],
  visits: machines,
  judge({ resource, node }, graph) {
    if (isClusterNode(resource)) return;
    const blocked = metadataSwitch(node, name);
    // OS Login leaves all keys in metadata aside
    const login = metadataSwitch(node, 'enable-oslogin') ?? projectSwitch(graph, resource, 'enable-oslogin');
    if (blocked || login) return;
    const setting = node.get('metadata', name);
    if (!setting && isFromTemplate(resource)) return;
    return {
      message: `${resource.address} lets in whoever has an SSH key of the project: set the metadata ${name} to "TRUE", or better, use OS Login.`,
      at: setting ?? node.get('metadata') ?? node,
      fix: {
        safety: 'unsafe',
        summary: `set ${name} (people who use a key of the project are refused)`,
        edits: [{ op: 'set', in: node, path: ['metadata', name], value: 'TRUE', as: 'object' }],
      },
    };
  },
  examples: {
    bad: 'resource "google_compute_instance" "worker" {\n  name         = "worker"\n  machine_type = "e2-medium"\n}\n',
    good: 'resource "google_compute_instance" "worker" {\n  name         = "worker"\n  machine_type = "e2-medium"\n\n  metadata = {\n    block-project-ssh-keys = "TRUE"\n  }\n}\n',
  },
});
