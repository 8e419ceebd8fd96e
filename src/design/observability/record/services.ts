import { metricsOf } from '../../metrics.ts';
import type { Recorded } from '../alert.ts';
import { type Here, inTeams } from '../here.ts';

const by = 'by (namespace, container)';

/** Rate, errors and duration of services; use and saturation of their containers. */
export function serviceRecords(here: Here): readonly Recorded[] {
  return [...replicas(here), ...durations(here), ...containers(here)];
}

/** What is wanted stays when pods and their series go away. */
function replicas({ environment, teams }: Here): Recorded[] {
  if (environment.services.length === 0) return [];
  return [
    ...environment.services.map(({ name, namespace, owner, scale }) => ({
      record: 'service:replicas_wanted:count',
      expr: `vector(${scale.min})`,
      labels: { service: name, namespace, owner: owner.name },
    })),
    {
      record: 'service:replicas_ready:count',
      expr: `sum by (namespace, service) (label_replace(kube_pod_container_status_ready{namespace=~"${teams}"}, "service", "$1", "container", "(.+)"))`,
    },
  ];
}

/** One rule for all: what speaks HTTP and what speaks gRPC have histograms of different names. */
function durations({ environment, teams }: Here): Recorded[] {
  const names = [...new Set(environment.services.flatMap((service) => metricsOf(service)?.duration ?? []))];
  if (names.length === 0) return [];
  return [0.5, 0.95, 0.99].map((quantile) => ({
    record: `service:duration_seconds:p${quantile * 100}_rate5m`,
    expr: names
      .map(
        (name) =>
          `histogram_quantile(${quantile}, sum by (namespace, job, le) (rate(${name}_bucket{namespace=~"${teams}"}[5m])))`,
      )
      .join('\nor '),
  }));
}

function containers(here: Here): Recorded[] {
  const usage = `container_cpu_usage_seconds_total{${inTeams(here)}}`;
  const resource = (kind: string, what: string) =>
    `kube_pod_container_resource_${kind}{${inTeams(here)}, resource="${what}"}`;
  return [
    { record: 'container:cpu:cores', expr: `sum ${by} (rate(${usage}[5m]))` },
    {
      record: 'container:cpu:request_ratio',
      expr: `sum ${by} (rate(${usage}[5m])) / sum ${by} (${resource('requests', 'cpu')})`,
    },
    {
      record: 'container:memory:limit_ratio',
      expr: [
        `max ${by} (`,
        '  max by (namespace, pod, container) (container_memory_working_set_bytes{container!=""})',
        '  / max by (namespace, pod, container) (kube_pod_container_resource_limits{resource="memory"})',
        ')',
      ].join('\n'),
    },
  ];
}
