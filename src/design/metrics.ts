import type { ObjectiveHere, Service } from './workload.ts';

/**
 * What services tell about their requests, by protocol: the agreement between the monitors that collect it, the canary
 * analysis, rules and dashboards.
 *
 * A monitor gives each series the label `job` with the name of the service (`jobLabel: app.kubernetes.io/name` of a
 * PodMonitor or ServiceMonitor) and the label `namespace`; both stay the same through canary and blue/green.
 */
export interface ServiceMetrics {
  /** counter of answered requests */
  readonly requests: string;
  /** label of the counter that holds the outcome */
  readonly outcome: string;
  /** regular expression of outcomes that are the service's own failure */
  readonly failed: string;
  /** histogram in seconds, without `_bucket` */
  readonly duration: string;
}

const http: ServiceMetrics = {
  requests: 'http_requests_total',
  outcome: 'code',
  failed: '5..',
  duration: 'http_request_duration_seconds',
};

// Names as the interceptors of gRPC's middleware give them in every language; a client's mistake is no failure.
const grpc: ServiceMetrics = {
  requests: 'grpc_server_handled_total',
  outcome: 'grpc_code',
  failed: 'Unknown|DeadlineExceeded|Internal|Unavailable|DataLoss',
  duration: 'grpc_server_handling_seconds',
};

/** `undefined` for a service of bare connections: nobody can tell its requests apart. */
export function metricsOf({ protocol }: Pick<Service, 'protocol'>): ServiceMetrics | undefined {
  return { http, grpc, tcp: undefined }[protocol];
}

/** Labels that find all series of a service: `namespace="ledger", job="console"`. */
export function seriesOf({ namespace, name }: Pick<Service, 'namespace' | 'name'>): string {
  return `namespace="${namespace}", job="${name}"`;
}

/** Upper bounds in seconds that the histogram of a service has to have; its objective has to be one of them. */
export function bucketsOf(slo: ObjectiveHere): readonly number[] {
  const usual = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
  const asked = slo.latency === undefined ? [] : [slo.latency.milliseconds / 1000];
  return [...new Set([...usual, ...asked])].sort((a, b) => a - b);
}

/** A bound as a matcher of the label `le`: Prometheus 3 writes whole numbers as `1.0`, those before it as `1`. */
export function boundMatcher(seconds: number): string {
  return Number.isInteger(seconds)
    ? `le=~"${seconds}([.]0)?"`
    : `le="${seconds.toFixed(6).replace(/0+$/, '')}"`;
}
