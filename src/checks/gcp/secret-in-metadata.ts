import { machines } from '../../graph/gcp/machines.ts';
import { describeSecret, secretIn, secretsInText } from '../../graph/terraform/written-secrets.ts';
import { Mapping } from '../../model/mapping.ts';
import type { Node } from '../../model/node.ts';
import { writtenText } from '../../read/terraform/documents.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/secret-in-metadata',
  title: 'Secret in the metadata of a machine',
  dimension: 'security',
  severity: 'high',
  why: 'Metadata, start-up scripts among it, is read by every process on the machine, by everybody who may describe it, and by everybody with the repository. Let the machine read the secret from Secret Manager as its service account when it starts.',
  controls: ['pci-dss:8.6.2', 'soc2:CC6.1'],
  sources: ['https://cloud.google.com/compute/docs/metadata/overview'],
  visits: machines,
  judge({ resource, node }) {
    for (const [name, value] of scriptsOf(node)) {
      const text = writtenText(value);
      if (text === undefined) continue;
      const found = /\n/.test(text)
        ? secretsInText(text)[0]
        : (secretIn(name, text) ?? secretsInText(text)[0]);
      if (!found) continue;
      return {
        message: `The metadata ${name} of ${resource.address} holds ${describeSecret(found)}, for everybody who may describe the machine or read the repository: revoke it, and let the machine read it from Secret Manager.`,
        at: value,
        ...(found.certain && { severity: 'critical' }),
      };
    }
    return;
  },
  examples: {
    bad: machine('hunter2-but-longer'),
    good: machine('$(gcloud secrets versions access latest --secret db)'),
  },
});

function scriptsOf(node: Node): readonly (readonly [string, Node])[] {
  const script = node.peek('metadata_startup_script');
  const metadata = node.peek('metadata');
  return [
    ...(script ? [['metadata_startup_script', script] as const] : []),
    ...(metadata?.content instanceof Mapping ? metadata.entries() : []),
  ];
}

function machine(password: string): string {
  return `resource "google_compute_instance" "worker" {
  name         = "worker"
  machine_type = "e2-medium"

  metadata_startup_script = <<-EOF
    #!/bin/bash
    export DB_PASSWORD="${password}"
    /opt/worker/start
  EOF
}
`;
}
