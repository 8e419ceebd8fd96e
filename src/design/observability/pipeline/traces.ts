import { whereNightsAreOff } from '../../system-nodes.ts';
import { why, type YamlMap } from '../../yaml/yaml.ts';
import type { Here } from '../here.ts';
import { memory } from './prometheus.ts';
import { cardNumber, redacted, secretFields } from './redaction.ts';

/** Values of the chart opentelemetry-collector: whole traces are kept or dropped, and sent to X-Ray. */
export function traceValues({ environment, architecture }: Here): YamlMap {
  const delete_ = [
    ...secretFields.map((name) => `http.request.header.${name}`),
    'db.statement',
    'db.query.text',
    'url.query',
  ].map((key) => ({ key, action: 'delete' }));
  return {
    mode: 'deployment',
    replicaCount: why(
      1,
      'Spans of one trace have to meet to be judged together; more need a balancer by trace id.',
    ),
    image: { repository: 'otel/opentelemetry-collector-contrib' },
    ...whereNightsAreOff(environment),
    resources: memory('200m', '1Gi'),
    config: {
      receivers: {
        otlp: { protocols: { grpc: { endpoint: '0.0.0.0:4317' }, http: { endpoint: '0.0.0.0:4318' } } },
      },
      processors: {
        memory_limiter: { check_interval: '1s', limit_percentage: 80, spike_limit_percentage: 20 },
        'attributes/secrets': { actions: delete_ },
        redaction: {
          allow_all_keys: true,
          blocked_values: [cardNumber, ...redacted.map(({ re2 }) => re2)],
          summary: 'silent',
        },
        'resource/place': {
          attributes: [
            { key: 'deployment.environment.name', value: environment.name, action: 'upsert' },
            { key: 'service.namespace', value: architecture.name, action: 'insert' },
          ],
        },
        tail_sampling: {
          decision_wait: '10s',
          num_traces: 20_000,
          policies: [
            { name: 'failed', type: 'status_code', status_code: { status_codes: ['ERROR'] } },
            { name: 'slow', type: 'latency', latency: { threshold_ms: slowest(environment) } },
            {
              name: 'some-of-the-rest',
              type: 'probabilistic',
              probabilistic: { sampling_percentage: environment.production ? 5 : 100 },
            },
          ],
        },
        batch: { send_batch_size: 512, timeout: '5s' },
      },
      exporters: {
        awsxray: { region: environment.region, indexed_attributes: ['deployment.environment.name'] },
      },
      service: {
        pipelines: {
          traces: {
            receivers: ['otlp'],
            processors: [
              'memory_limiter',
              'attributes/secrets',
              'redaction',
              'resource/place',
              'tail_sampling',
              'batch',
            ],
            exporters: ['awsxray'],
          },
          metrics: null,
          logs: null,
        },
      },
    },
  };
}

/** Whatever is slower than the strictest promise is kept. */
function slowest({ services }: Here['environment']): number {
  return Math.min(1000, ...services.flatMap(({ slo }) => slo.latency?.milliseconds ?? []));
}
