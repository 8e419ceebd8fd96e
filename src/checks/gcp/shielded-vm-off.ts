import { isFromTemplate, machines } from '../../graph/gcp/machines.ts';
import { resources, type Selector, type Subject } from '../../graph/selector.ts';
import { check } from '../check.ts';

const notebooks = ['google_notebooks_instance', 'google_workbench_instance'];

const shielded: Selector<Subject> = {
  of: 'machines and notebooks',
  find: (graph) => [...graph.select(machines), ...graph.select(resources(...notebooks))],
};

export default check({
  id: 'gcp/shielded-vm-off',
  title: 'Machine that is not a Shielded VM',
  dimension: 'security',
  severity: 'medium',
  why: 'A virtual TPM and integrity monitoring tell when boot loader or kernel were changed, as by a rootkit that outlives restarts. They cost nothing and are on where the image allows it; switched off, such a change goes unnoticed.',
  sameAs: [
    'checkov:CKV_GCP_39',
    'checkov:CKV_GCP_126',
    'checkov:CKV_GCP_127',
    'kics:terraform/gcp/shielded_vm_disabled',
    'regula:FG_R00418',
    'trivy:GCP-0041',
    'trivy:GCP-0045',
  ],
  controls: ['cis-gcp:4.8', 'soc2:CC6.8'],
  sources: ['https://cloud.google.com/compute/shielded-vm/docs/shielded-vm'],
  visits: shielded,
  judge({ resource, node }) {
    const shield = node.get('shielded_instance_config') ?? node.get('gce_setup', 'shielded_instance_config');
    if (!shield) {
      if (isFromTemplate(resource) || notebooks.includes(resource.type)) return;
      return {
        message: `${resource.address} has no shielded_instance_config: Secure Boot is off, and the rest is left to its image. Add the block with enable_secure_boot = true.`,
        severity: 'low',
        fix: {
          safety: 'unsafe',
          summary: 'switch Secure Boot on (stops and starts the machine; unsigned drivers refuse to load)',
          edits: [
            { op: 'set', in: node, path: ['shielded_instance_config', 'enable_secure_boot'], value: true },
          ],
        },
      };
    }
    const off = ['enable_vtpm', 'enable_integrity_monitoring'].filter((name) => shield.flag(name) === false);
    if (off.length === 0) return;
    return {
      message: `${resource.address} switches ${off.join(' and ')} off, so a changed boot goes unnoticed: set ${off.length === 1 ? 'it' : 'both'} to true.`,
      at: shield.get(off[0]!)!,
      fix: {
        safety: 'unsafe',
        summary: `set ${off.join(' and ')} to true (stops and starts the machine)`,
        edits: off.map((name) => ({ op: 'replace', node: shield.get(name)!, value: true })),
      },
    };
  },
  examples: {
    bad: machine('false'),
    good: machine('true'),
  },
});

function machine(value: string): string {
  return `resource "google_compute_instance" "worker" {
  name         = "worker"
  machine_type = "e2-medium"

  shielded_instance_config {
    enable_secure_boot          = true
    enable_integrity_monitoring = ${value}
  }
}
`;
}
