import type { Environment } from '../../environment.ts';
import { metricsOf, seriesOf } from '../../metrics.ts';
import type { Service } from '../../workload.ts';
import { datastoreRow } from './datastores.ts';
import { burnRow, objectivesRow } from './objectives.ts';
import { type Dashboard, dashboard, type Row } from './panel.ts';

/** Rate, errors and duration of a service, its objectives, its saturation, and what it needs. */
export function serviceDashboard(service: Service, environment: Environment): Dashboard {
  const { name, owner, needs } = service;
  const used = environment.datastores.filter((one) => needs.some((need) => need.name === one.name));
  const called = needs
    .filter(({ kind }) => kind === 'service' || kind === 'function')
    .map((need) => need.name);
  return dashboard(
    `service-${name}`,
    `Service ${name}`,
    ['service', owner.name],
    [
      objectivesRow(`service="${name}"`),
      requestsRow(service),
      burnRow(`service="${name}"`),
      saturationRow(service),
      calledRow(called),
      ...used.map(datastoreRow),
    ],
  );
}

function requestsRow(service: Service): Row {
  const metrics = metricsOf(service);
  if (!metrics) return { title: 'Requests', panels: [] };
  const series = seriesOf(service);
  const rate = `rate(${metrics.requests}{${series}}[5m])`;
  const quantile = (p: number) => `service:duration_seconds:p${p}_rate5m{${series}}`;
  return {
    title: 'Requests',
    panels: [
      {
        title: 'Rate',
        queries: { [`{{${metrics.outcome}}}`]: `sum by (${metrics.outcome}) (${rate})` },
        unit: 'reqps',
      },
      {
        title: 'Errors',
        queries: { '{{slo}}': `slo:errors:ratio_rate5m{service="${service.name}"}` },
        unit: 'percentunit',
      },
      {
        title: 'Duration',
        queries: { median: quantile(50), '95 %': quantile(95), '99 %': quantile(99) },
        unit: 's',
      },
    ],
  };
}

function saturationRow({ name, namespace, scale }: Service): Row {
  const here = `namespace="${namespace}", container="${name}"`;
  const hpa = `namespace="${namespace}", horizontalpodautoscaler="${name}"`;
  const restarts = `increase(kube_pod_container_status_restarts_total{${here}}[30m])`;
  return {
    title: 'Saturation',
    panels: [
      {
        title: 'Replicas',
        queries: {
          ready: `service:replicas_ready:count{namespace="${namespace}", service="${name}"}`,
          least: `service:replicas_wanted:count{service="${name}"}`,
          ...(scale.max > scale.min
            ? { most: `kube_horizontalpodautoscaler_spec_max_replicas{${hpa}}` }
            : {}),
        },
        unit: 'none',
      },
      {
        title: 'Processors, of what was requested',
        queries: { used: `container:cpu:request_ratio{${here}}` },
        unit: 'percentunit',
      },
      {
        title: 'Memory of the fullest, of its limit',
        queries: { used: `container:memory:limit_ratio{${here}}` },
        unit: 'percentunit',
        max: 1,
      },
      { title: 'Restarts in half an hour', queries: { restarts: `sum(${restarts})` }, unit: 'none' },
    ],
  };
}

function calledRow(names: readonly string[]): Row {
  if (names.length === 0) return { title: 'Services that it calls', panels: [] };
  const which = `service=~"${names.join('|')}"`;
  return {
    title: 'Services that it calls',
    panels: [
      {
        title: 'Their errors',
        queries: { '{{slo}}': `slo:errors:ratio_rate5m{${which}}` },
        unit: 'percentunit',
      },
      {
        title: 'Their error budgets left',
        queries: { '{{slo}}': `slo:budget_remaining:ratio{${which}}` },
        unit: 'percentunit',
      },
    ],
  };
}
