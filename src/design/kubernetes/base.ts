import type { Job, Service } from '../workload.ts';
import type { YamlMap } from '../yaml/yaml.ts';
import { podOf, selectorOf } from './pod.ts';

/** What a service is in every environment. */
export function serviceBase(service: Service): YamlMap[] {
  const { name, namespace, port, health, protocol } = service;
  const labels = selectorOf(service);
  const metadata = { name, namespace, labels };
  const probe = (path: string): YamlMap =>
    protocol === 'http'
      ? { httpGet: { path, port: 'main' } }
      : protocol === 'grpc'
        ? { grpc: { port } }
        : { tcpSocket: { port: 'main' } };
  const container: YamlMap = {
    ports: [{ name: 'main', containerPort: port }],
    startupProbe: {
      ...probe(health.live),
      periodSeconds: 5,
      failureThreshold: Math.max(3, Math.ceil(health.startSeconds / 5)),
    },
    readinessProbe: { ...probe(health.ready), periodSeconds: 5, timeoutSeconds: 3 },
    livenessProbe: { ...probe(health.live), periodSeconds: 10, timeoutSeconds: 3, failureThreshold: 6 },
    // load balancers need some seconds to leave a pod that ends
    lifecycle: { preStop: { sleep: { seconds: 10 } } },
  };
  const spread = ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'].map((topologyKey) => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels: labels },
  }));
  const rest = {
    terminationGracePeriodSeconds: service.graceSeconds,
    topologySpreadConstraints: spread,
  };
  return [
    accountOf(service),
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      spec: {
        revisionHistoryLimit: 5,
        selector: { matchLabels: labels },
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 } },
        template: { metadata: { labels }, spec: podOf(service, container, rest) },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: { selector: labels, ports: [{ name: protocol, port, targetPort: 'main' }] },
    },
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata,
      spec: { maxUnavailable: service.maxUnavailable, selector: { matchLabels: labels } },
    },
  ];
}

/** What a scheduled job is in every environment. */
export function jobBase(job: Job): YamlMap[] {
  const { name, namespace, schedule } = job;
  const labels = selectorOf(job);
  return [
    accountOf(job),
    {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name, namespace, labels },
      spec: {
        // one that is started by hand never comes due by itself
        schedule: schedule ?? '0 0 1 1 *',
        suspend: schedule === undefined ? true : undefined,
        timeZone: 'Etc/UTC',
        concurrencyPolicy: 'Forbid',
        startingDeadlineSeconds: 600,
        successfulJobsHistoryLimit: 3,
        failedJobsHistoryLimit: 3,
        jobTemplate: {
          spec: {
            activeDeadlineSeconds: job.timeoutSeconds,
            backoffLimit: job.retries,
            ttlSecondsAfterFinished: 86_400,
            template: { metadata: { labels }, spec: podOf(job, {}, { restartPolicy: 'Never' }) },
          },
        },
      },
    },
  ];
}

function accountOf(workload: Service | Job): YamlMap {
  const { name, namespace } = workload;
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name, namespace, labels: selectorOf(workload) },
    automountServiceAccountToken: false,
  };
}
