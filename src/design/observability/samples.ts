import { metricsOf, seriesOf } from '../metrics.ts';
import { functionName, type Here } from './here.ts';
import { type Objective, objectivesOf } from './slo/objective.ts';

type Series = Readonly<Record<string, string>>;

/** The objective that cases are told about: one that can be counted, where there is any. */
export function sampleObjective({ environment }: Here): Objective | undefined {
  const all = objectivesOf(environment).filter(({ sli }) => sli === 'availability');
  return all.find(({ requests }) => requests !== 'vector(1)') ?? all[0];
}

/** Whether failures of it can be counted one by one. */
export function isCounted({ requests }: Objective): boolean {
  return requests !== 'vector(1)';
}

/**
 * So many good and bad requests each minute, for so many minutes, and then good ones only for so many more; meanwhile
 * nothing is wrong with other services.
 */
export function traffic(
  here: Here,
  objective: Objective,
  good: number,
  bad: number,
  minutes: number,
  recovered = 0,
): Series {
  return {
    ...requestsTo(here, objective, good, bad, minutes, recovered),
    ...othersReady(here, objective, minutes + recovered),
  };
}

/** Services that are known by their readiness alone are down where nothing tells of it. */
export function othersReady({ environment }: Here, { service }: Objective, minutes: number): Series {
  const others = environment.services.filter((one) => !metricsOf(one) && one.name !== service);
  return Object.fromEntries(others.map((one) => [readyOf(one, 'a'), `1x${minutes}`]));
}

/** The same without what else there is. */
export function requestsTo(
  { environment }: Here,
  { service: name }: Objective,
  good: number,
  bad: number,
  minutes: number,
  recovered = 0,
): Series {
  const service = environment.services.find((one) => one.name === name);
  const count = (step: number) => `0+${step}x${minutes}`;
  if (!service) {
    const series = `{dimension_FunctionName="${functionName(environment, name)}"}`;
    return {
      [`aws_lambda_invocations_sum${series}`]: `${good + bad}x${minutes + recovered}`,
      [`aws_lambda_errors_sum${series}`]: `${bad}x${minutes}${recovered > 0 ? ` 0x${recovered}` : ''}`,
    };
  }
  const metrics = metricsOf(service);
  if (!metrics)
    return {
      [readyOf(service, 'a')]: `${bad > 0 ? 0 : 1}x${minutes}${recovered > 0 ? ` 1x${recovered}` : ''}`,
    };
  const counter = (outcome: string) =>
    `${metrics.requests}{${seriesOf(service)}, ${metrics.outcome}="${outcome}"}`;
  const [fine, wrong] = service.protocol === 'grpc' ? ['OK', 'Internal'] : ['200', '503'];
  return {
    [counter(fine!)]: `${count(good)}${recovered > 0 ? ` ${good * minutes}+${good}x${recovered}` : ''}`,
    [counter(wrong!)]: `${count(bad)}${recovered > 0 ? ` ${bad * minutes}x${recovered}` : ''}`,
  };
}

/** The series that says whether a replica is ready. */
export function readyOf({ namespace, name }: { namespace: string; name: string }, pod: string): string {
  return `kube_pod_container_status_ready{namespace="${namespace}", pod="${name}-${pod}", container="${name}"}`;
}
