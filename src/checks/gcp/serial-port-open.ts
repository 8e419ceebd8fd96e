import { isOn, machines, metadataSwitch } from '../../graph/gcp/machines.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

const name = 'serial-port-enable';

/** Machines, templates, and what a project says for all of its machines. */
const places: Selector<Subject> = {
  of: 'machines, and metadata of projects',
  find: (graph) => [
    ...graph.select(machines),
    ...['google_compute_project_metadata', 'google_compute_project_metadata_item'].flatMap((type) =>
      graph.ofType(type).map((resource) => ({ resource, node: resource.body })),
    ),
  ],
};

export default check({
  id: 'gcp/serial-port-open',
  title: 'Interactive serial port',
  dimension: 'security',
  severity: 'medium',
  why: 'The interactive serial console is reached past every firewall rule, from any address, by whoever has an SSH key of the machine. Switch it on for the hour in which a machine has to be repaired, and off again.',
  sameAs: [
    'checkov:CKV_GCP_35',
    'kics:terraform/gcp/vm_serial_ports_are_enabled_for_vm_instances',
    'regula:FG_R00415',
    'trivy:GCP-0032',
  ],
  controls: ['cis-gcp:4.5', 'pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: ['https://cloud.google.com/compute/docs/troubleshooting/troubleshooting-using-serial-console'],
  visits: places,
  judge({ resource, node }) {
    const at = switchOf(resource, node);
    if (!at) return;
    return {
      message: `${resource.address} opens the interactive serial console, which no firewall rule guards: take ${name} out.`,
      at,
      fix: {
        safety: 'unsafe',
        summary: `set ${name} to false`,
        edits: [{ op: 'replace', node: at, value: false }],
      },
    };
  },
  examples: {
    bad: machine('true'),
    good: machine('false'),
  },
});

function switchOf({ type }: Resource, node: Node): Node | undefined {
  if (type === 'google_compute_project_metadata_item')
    return node.text('key') === name && isOn(node.get('value')) ? node.get('value') : undefined;
  return metadataSwitch(node, name) ? node.get('metadata', name) : undefined;
}

function machine(value: string): string {
  return `resource "google_compute_instance" "worker" {
  name         = "worker"
  machine_type = "e2-medium"

  metadata = {
    serial-port-enable = ${value}
  }
}
`;
}
