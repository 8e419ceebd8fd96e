import type { Alert } from '../alert.ts';
import { sampleContainer } from '../containers.ts';

const condition = 'externalsecret_status_condition';

export const secretNotSynced: Alert = {
  name: 'SecretNotSynced',
  group: 'delivery',
  severity: 'warning',
  runbook: 'secret-not-synced',
  rules: () => [
    {
      // the operator's own namespace would hide the one of the object, so it is told as exported_namespace
      expr: `max by (namespace, name) (label_replace(${condition}{condition="Ready", status="False"}, "namespace", "$1", "exported_namespace", "(.+)")) == 1`,
      for: '15m',
      owner: 'by-namespace',
      summary: 'Secret {{ $labels.name }} in {{ $labels.namespace }} is not up to date',
      description:
        'ExternalSecret {{ $labels.name }} in {{ $labels.namespace }} could not be read from the secret store for a quarter of an hour: a rotated secret does not arrive, and a new pod may not start.',
    },
  ],
  cases(here) {
    const { namespace } = sampleContainer(here);
    const series = `${condition}{namespace="external-secrets", exported_namespace="${namespace}", name="orders-connection", condition="Ready"`;
    return [
      {
        about: 'the store refuses',
        series: { [`${series}, status="False"}`]: '1x30', [`${series}, status="True"}`]: '0x30' },
        at: '20m',
        fires: [{ labels: { namespace, name: 'orders-connection' } }],
      },
      {
        about: 'it was read',
        series: { [`${series}, status="False"}`]: '0x30', [`${series}, status="True"}`]: '1x30' },
        at: '20m',
      },
    ];
  },
};
