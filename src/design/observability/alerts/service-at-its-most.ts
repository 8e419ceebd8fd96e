import type { Alert } from '../alert.ts';
import { limits } from '../limits.ts';

const by = 'by (namespace, horizontalpodautoscaler)';
const metric = (name: string) => `kube_horizontalpodautoscaler_${name}`;

export const serviceAtItsMost: Alert = {
  name: 'ServiceAtItsMost',
  group: 'services',
  severity: 'warning',
  runbook: 'service-at-its-most',
  rules: ({ environment, teams }) =>
    environment.services.some(({ scale }) => scale.max > scale.min)
      ? [
          {
            expr: [
              `max ${by} (${metric('status_current_replicas')}{namespace=~"${teams}"})`,
              `>= max ${by} (${metric('spec_max_replicas')})`,
              // one whose number is fixed is always at its most
              `and max ${by} (${metric('spec_max_replicas')}) > max ${by} (${metric('spec_min_replicas')})`,
            ].join('\n'),
            for: `${limits.atItsMost.minutes}m`,
            owner: 'by-namespace',
            summary: '{{ $labels.horizontalpodautoscaler }} cannot be scaled out further',
            description: `{{ $labels.horizontalpodautoscaler }} has run with its greatest number of replicas for ${limits.atItsMost.minutes} minutes: more load makes it slower.`,
          },
        ]
      : [],
  cases({ environment }) {
    const one = environment.services.find(({ scale }) => scale.max > scale.min);
    if (!one) return [];
    const { name, namespace, scale } = one;
    const labels = { namespace, horizontalpodautoscaler: name };
    const series = (part: string, value: number) => ({
      [`${metric(part)}{namespace="${namespace}", horizontalpodautoscaler="${name}"}`]: `${value}x50`,
    });
    const limits = { ...series('spec_max_replicas', scale.max), ...series('spec_min_replicas', scale.min) };
    return [
      {
        about: 'all replicas run that may',
        series: { ...limits, ...series('status_current_replicas', scale.max) },
        at: '40m',
        fires: [{ labels }],
      },
      {
        about: 'there is room for one more',
        series: { ...limits, ...series('status_current_replicas', scale.max - 1) },
        at: '40m',
      },
      {
        about: 'the number of replicas is fixed',
        series: {
          ...series('spec_max_replicas', 2),
          ...series('spec_min_replicas', 2),
          ...series('status_current_replicas', 2),
        },
        at: '40m',
      },
    ];
  },
};
