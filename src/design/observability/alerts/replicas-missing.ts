import type { Alert } from '../alert.ts';
import { limits } from '../limits.ts';
import { readyOf } from '../samples.ts';

export const replicasMissing: Alert = {
  name: 'ReplicasMissing',
  group: 'services',
  severity: 'warning',
  runbook: 'replicas-missing',
  rules: ({ environment }) =>
    environment.services.length === 0
      ? []
      : [
          {
            expr: 'service:replicas_wanted:count > on (namespace, service) service:replicas_ready:count',
            for: `${limits.missing.minutes}m`,
            owner: 'by-namespace',
            summary: '{{ $labels.service }} has fewer ready replicas than it should',
            description: `For ${limits.missing.minutes} minutes fewer replicas of {{ $labels.service }} have been ready than its least number: it still answers, and the next failure may be one too many.`,
          },
        ],
  cases({ environment }) {
    const few = environment.services.find(({ scale }) => scale.min > 1);
    if (!few) return [];
    const ready = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [readyOf(few, `r${at}`), '1x40']));
    return [
      {
        about: 'one replica too few is ready',
        series: ready(few.scale.min - 1),
        at: '30m',
        fires: [{ labels: { service: few.name, namespace: few.namespace } }],
      },
      { about: 'as many are ready as should be', series: ready(few.scale.min), at: '30m' },
    ];
  },
};
