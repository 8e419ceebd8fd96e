import type { Environment } from '../../../environment.ts';
import { workloadName } from '../../../names.ts';
import type { Service } from '../../../workload.ts';
import { limits, percent } from '../../limits.ts';
import { clusterOf, tasksFailRule } from '../names.ts';
import { isBalanced } from '../objectives.ts';
import { metricsOf, type Row } from './dashboard.ts';

/** Rate, errors and duration, as the load balancer counts them. */
export function requestsRow(environment: Environment, one: Service): Row {
  const { name } = one;
  const row = (widgets: Row['widgets']): Row => ({ title: `Requests to ${name}`, widgets });
  if (!isBalanced(environment, one)) return row([]);
  const of = metricsOf('AWS/ApplicationELB', {
    LoadBalancer: { from: 'load-balancer', service: name },
    TargetGroup: { from: 'target-group', service: name },
  });
  return row([
    { title: 'Requests', metrics: of('RequestCount') },
    {
      title: 'Errors',
      metrics: of('HTTPCode_Target_5XX_Count', 'HTTPCode_Target_4XX_Count', 'TargetConnectionErrorCount'),
    },
    {
      title: 'Duration in seconds',
      metrics: of('TargetResponseTime'),
      stats: ['p50', 'p95', 'p99'],
      ...(one.slo.latency ? { most: one.slo.latency.milliseconds / 1000 } : {}),
    },
    {
      title: 'Healthy and unhealthy tasks',
      metrics: of('HealthyHostCount', 'UnHealthyHostCount'),
      stats: ['Maximum'],
    },
  ]);
}

/** How near it is to what it has. */
export function saturationRow(environment: Environment, { name, scale }: Service): Row {
  const service = workloadName(environment, name, 'service');
  const dimensions = { ClusterName: clusterOf(environment), ServiceName: service };
  const of = metricsOf('AWS/ECS', dimensions);
  return {
    title: `Saturation of ${name}`,
    widgets: [
      {
        title: 'Tasks wanted and running',
        metrics: metricsOf('ECS/ContainerInsights', dimensions)('DesiredTaskCount', 'RunningTaskCount'),
        stats: ['Average'],
        most: scale.max,
      },
      {
        title: 'Processors, percent',
        metrics: of('CPUUtilization'),
        stats: ['Average', 'Maximum'],
        most: scale.cpu,
      },
      {
        title: 'Memory, percent',
        metrics: of('MemoryUtilization'),
        stats: ['Average', 'Maximum'],
        most: percent(limits.memoryNear.beyond),
      },
      {
        title: 'Tasks that failed',
        metrics: metricsOf('AWS/Events', { RuleName: tasksFailRule(service) })('Invocations'),
        most: limits.restarts.beyond,
      },
    ],
  };
}
