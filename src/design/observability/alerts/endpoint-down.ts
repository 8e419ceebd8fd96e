import type { Alert } from '../alert.ts';
import { exposedOf, type Here } from '../here.ts';
import { probeJob } from '../names.ts';

export const endpointDown: Alert = {
  name: 'EndpointDown',
  group: 'services',
  severity: 'critical',
  runbook: 'endpoint-down',
  rules: (here) =>
    exposedOf(here).length === 0
      ? []
      : [
          {
            expr: `min by (service, namespace, owner, instance) (avg_over_time(probe_success{job="${probeJob}"}[5m])) < 0.5`,
            for: '2m',
            owner: 'by-owner',
            summary: '{{ $labels.instance }} does not answer',
            description:
              'More than half of the probes of {{ $labels.instance }} have failed for five minutes, so people cannot use {{ $labels.service }}, however little traffic there is.',
          },
        ],
  cases(here) {
    const labels = sample(here);
    if (!labels) return [];
    const series = `probe_success{job="${probeJob}", service="${labels.service}", namespace="${labels.namespace}", owner="${labels.owner}", instance="${labels.instance}"}`;
    return [
      { about: 'every probe fails', series: { [series]: '0x20' }, at: '10m', fires: [{ labels }] },
      { about: 'a single probe failed', series: { [series]: '1x6 0 1x13' }, at: '10m' },
    ];
  },
};

function sample(here: Here) {
  const [first] = exposedOf(here);
  if (!first) return undefined;
  const [instance, { name, namespace, owner }] = first;
  return { service: name, namespace, owner: owner.name, instance };
}
