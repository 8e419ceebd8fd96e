import type { Environment } from '../../environment.ts';
import { boundMatcher, metricsOf, seriesOf } from '../../metrics.ts';
import { isSwitchedInCluster } from '../../office-hours.ts';
import type { FunctionHere, Service } from '../../workload.ts';
import { functionName } from '../here.ts';
import { askedOfLate } from '../office-hours.ts';

/** A promise about a service, and how it is measured. */
export interface Objective {
  /** `gateway-availability` */
  readonly slo: string;
  readonly sli: 'availability' | 'latency';
  readonly service: string;
  readonly namespace: string;
  readonly owner: string;
  /** the share of requests that has to be good, 0 to 1 */
  readonly ratio: number;
  /** what is promised, as a sentence */
  readonly promise: string;
  /** requests a second */
  readonly requests: string;
  /** bad ones among them, a second */
  readonly errors: string;
}

const known = new WeakMap<Environment, readonly Objective[]>();

/** The objectives of an environment that Prometheus can measure: made once, since most alerts ask for them. */
export function objectivesOf(environment: Environment): readonly Objective[] {
  const before = known.get(environment);
  if (before) return before;
  const objectives = [
    ...environment.services.flatMap((one) => serviceObjectives(environment, one)),
    ...environment.functions.map((one) => functionObjective(environment, one)),
  ];
  known.set(environment, objectives);
  return objectives;
}

function serviceObjectives(environment: Environment, service: Service): Objective[] {
  const metrics = metricsOf(service);
  const { availability, latency } = service.slo;
  const common = commonOf(service);
  const series = seriesOf(service);
  if (!metrics) {
    const ready = `sum(kube_pod_container_status_ready{namespace="${service.namespace}", container="${service.name}"})`;
    return [
      {
        ...common,
        slo: `${service.name}-availability`,
        sli: 'availability',
        ratio: exactly(availability / 100),
        promise: `${availability} % of the time some replica is ready, over 30 days`,
        // bare connections cannot be counted, so each second counts as one request
        requests: 'vector(1)',
        errors: whileOn(environment, `1 - clamp_max(${ready} or vector(0), 1)`),
      },
    ];
  }
  const rate = (name: string, more = '') => `sum(rate(${name}{${series}${more}}[5m]))`;
  const all = rate(metrics.requests);
  const available: Objective = {
    ...common,
    slo: `${service.name}-availability`,
    sli: 'availability',
    ratio: exactly(availability / 100),
    promise: `${availability} % of requests do not fail, over 30 days`,
    requests: all,
    // a service that has never failed has no series of failures yet
    errors: `${rate(metrics.requests, `, ${metrics.outcome}=~"${metrics.failed}"`)} or 0 * ${all}`,
  };
  if (!latency) return [available];
  const counted = rate(`${metrics.duration}_count`);
  const bound = boundMatcher(latency.milliseconds / 1000);
  return [
    available,
    {
      ...common,
      slo: `${service.name}-latency`,
      sli: 'latency',
      ratio: exactly(latency.percentile / 100),
      promise: `${latency.percentile} % of requests are answered within ${latency.milliseconds} ms, over 30 days`,
      requests: counted,
      errors: `${counted} - ${rate(`${metrics.duration}_bucket`, `, ${bound}`)}`,
    },
  ];
}

/** What is off by night breaks no promise. */
function whileOn(environment: Environment, errors: string): string {
  if (!isSwitchedInCluster(environment)) return errors;
  const teams = environment.namespaces.map(({ name }) => name).join('|');
  return `(${errors}) * (${askedOfLate({ teams })} > bool 0 or vector(1))`;
}

/** CloudWatch counts calls in steps of five minutes. */
function functionObjective(environment: Environment, one: FunctionHere): Objective {
  const series = `{dimension_FunctionName="${functionName(environment, one.name)}"}`;
  return {
    ...commonOf(one),
    slo: `${one.name}-availability`,
    sli: 'availability',
    ratio: exactly(one.slo.availability / 100),
    promise: `${one.slo.availability} % of calls do not fail, over 30 days`,
    requests: `sum(aws_lambda_invocations_sum${series}) / 300`,
    errors: `sum(aws_lambda_errors_sum${series}) / 300`,
  };
}

function commonOf({ name, namespace, owner }: Service | FunctionHere) {
  return { service: name, namespace, owner: owner.name };
}

/** Without the noise of binary fractions. */
function exactly(ratio: number): number {
  return Number(ratio.toFixed(9));
}

/** Labels that every series of an objective has. */
export function labelsOf({ slo, sli, service, namespace, owner }: Objective): Record<string, string> {
  return { slo, sli, service, namespace, owner };
}
