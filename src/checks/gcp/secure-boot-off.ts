import { machines } from '../../graph/gcp/machines.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/secure-boot-off',
  title: 'Shielded machine without Secure Boot',
  dimension: 'security',
  severity: 'low',
  why: 'Secure Boot starts only boot loaders, kernels and drivers that are signed. It is the one part of a Shielded VM that is off unless asked for, as unsigned drivers refuse to load with it; every current image of Google’s own supports it.',
  sameAs: ['trivy:GCP-0067'],
  controls: ['cis-gcp:4.8', 'soc2:CC6.8'],
  sources: ['https://cloud.google.com/compute/shielded-vm/docs/shielded-vm#secure-boot'],
  visits: machines,
  judge({ resource, node }) {
    // a machine without the block is a finding of its own
    const shield = node.get('shielded_instance_config');
    if (!shield || node.has('guest_accelerator')) return;
    const setting = shield.get('enable_secure_boot');
    if (setting?.flag() === true) return;
    return {
      message: `${resource.address} starts whatever boot loader and kernel it finds: set enable_secure_boot to true.`,
      at: setting ?? shield,
      fix: {
        safety: 'unsafe',
        summary: 'set enable_secure_boot to true (stops and starts the machine)',
        edits: [
          { op: 'set', in: node, path: ['shielded_instance_config', 'enable_secure_boot'], value: true },
        ],
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
    enable_secure_boot = ${value}
  }
}
`;
}
