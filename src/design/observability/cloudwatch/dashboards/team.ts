import type { Environment } from '../../../environment.ts';
import { workloadName } from '../../../names.ts';
import type { FunctionHere, Service } from '../../../workload.ts';
import { functionName } from '../../here.ts';
import type { Metric } from '../alarm.ts';
import { clusterOf } from '../names.ts';
import { isBalanced } from '../objectives.ts';
import { metricsOf, type Row } from './dashboard.ts';

/** All services of a team, beside each other. */
export function servicesRow(environment: Environment, services: readonly Service[]): Row {
  const balanced = services.filter((one) => isBalanced(environment, one));
  const entered = (metric: string): readonly Metric[] =>
    balanced.flatMap(({ name }) =>
      metricsOf('AWS/ApplicationELB', {
        LoadBalancer: { from: 'load-balancer', service: name },
        TargetGroup: { from: 'target-group', service: name },
      })(metric),
    );
  const running = (namespace: string, metric: string): readonly Metric[] =>
    services.flatMap(({ name }) =>
      metricsOf(namespace, {
        ClusterName: clusterOf(environment),
        ServiceName: workloadName(environment, name, 'service'),
      })(metric),
    );
  const widgets = [
    { title: 'Requests', metrics: entered('RequestCount') },
    { title: 'Errors', metrics: entered('HTTPCode_Target_5XX_Count') },
    { title: 'Duration in seconds, 99 percent', metrics: entered('TargetResponseTime'), stats: ['p99'] },
    {
      title: 'Tasks running',
      metrics: running('ECS/ContainerInsights', 'RunningTaskCount'),
      stats: ['Minimum'],
    },
    { title: 'Processors, percent', metrics: running('AWS/ECS', 'CPUUtilization'), stats: ['Average'] },
    { title: 'Memory, percent', metrics: running('AWS/ECS', 'MemoryUtilization'), stats: ['Maximum'] },
  ];
  return { title: 'Services', widgets: widgets.filter(({ metrics }) => metrics.length > 0) };
}

/** All functions of a team, beside each other. */
export function functionsRow(environment: Environment, functions: readonly FunctionHere[]): Row {
  if (functions.length === 0) return { title: 'Functions', widgets: [] };
  const of = (metric: string) =>
    functions.flatMap(({ name }) =>
      metricsOf('AWS/Lambda', { FunctionName: functionName(environment, name) })(metric),
    );
  return {
    title: 'Functions',
    widgets: [
      { title: 'Calls', metrics: of('Invocations') },
      { title: 'Errors', metrics: of('Errors') },
      { title: 'Duration in milliseconds, 99 percent', metrics: of('Duration'), stats: ['p99'] },
      { title: 'Turned away', metrics: of('Throttles') },
    ],
  };
}
