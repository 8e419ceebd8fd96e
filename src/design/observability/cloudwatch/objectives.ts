import type { Environment } from '../../environment.ts';
import { nameIn, workloadName } from '../../names.ts';
import type { FunctionHere, Service } from '../../workload.ts';
import { functionName } from '../here.ts';
import { type Objective, objectivesOf } from '../slo/objective.ts';
import type { Metric } from './alarm.ts';

/** An objective as CloudWatch can measure it. */
export interface CloudObjective extends Objective {
  /** beginning of the names of its alarms: `production-api-availability` */
  readonly name: string;
  readonly of: Service | FunctionHere;
  /** namespace and dimensions of its metrics; its own name counts requests */
  readonly metric: Metric;
  /** the metric that counts failures, or that tells the time, with the most that is good */
  readonly bad?: string;
  readonly latency?: { readonly metric: string; readonly most: number };
}

/** Objectives of what no cluster watches: what load balancers, APIs and functions count by themselves. */
export function cloudObjectives(environment: Environment): readonly CloudObjective[] {
  if (environment.cluster) return [];
  return objectivesOf(environment).flatMap((objective) => {
    const of =
      environment.services.find(({ name }) => name === objective.service) ??
      environment.functions.find(({ name }) => name === objective.service);
    const measure = of && measureOf(environment, objective, of);
    return measure
      ? [{ ...objective, of, name: nameIn(environment, objective.service, objective.sli), ...measure }]
      : [];
  });
}

function measureOf(environment: Environment, { sli }: Objective, of: Service | FunctionHere) {
  if (of.kind === 'function') {
    const viaApi = environment.dns.zone !== undefined && of.triggers.some(({ kind }) => kind === 'http');
    return viaApi
      ? {
          metric: {
            namespace: 'AWS/ApiGateway',
            name: 'Count',
            dimensions: { ApiName: workloadName(environment, of.name, 'api'), Stage: 'live' },
          },
          bad: '5XXError',
        }
      : {
          metric: {
            namespace: 'AWS/Lambda',
            name: 'Invocations',
            dimensions: { FunctionName: functionName(environment, of.name) },
          },
          bad: 'Errors',
        };
  }
  // outcomes of gRPC are in trailers, which the load balancer does not count
  if (!isBalanced(environment, of) || of.protocol !== 'http') return undefined;
  const metric: Metric = {
    namespace: 'AWS/ApplicationELB',
    name: 'RequestCount',
    dimensions: {
      LoadBalancer: { from: 'load-balancer', service: of.name },
      TargetGroup: { from: 'target-group', service: of.name },
    },
  };
  if (sli === 'availability') return { metric, bad: 'HTTPCode_Target_5XX_Count' };
  const most = (of.slo.latency?.milliseconds ?? 0) / 1000;
  return { metric, latency: { metric: 'TargetResponseTime', most } };
}

/** Whether a load balancer stands before it. */
export function isBalanced({ dns }: Environment, { expose }: Service): boolean {
  return expose !== undefined && dns.zone !== undefined;
}
