import type { Service } from '../../workload.ts';
import { why, type YamlMap } from '../../yaml/yaml.ts';

/** Asks whether it has begun, whether it can answer, and whether it has to be started anew. */
export function probesOf({ health, port, protocol }: Service): YamlMap {
  const probe = (path: string): YamlMap =>
    protocol === 'http'
      ? { httpGet: { path, port: 'main' } }
      : protocol === 'grpc'
        ? { grpc: { port } }
        : { tcpSocket: { port: 'main' } };
  return {
    startupProbe: {
      ...probe(health.live),
      periodSeconds: 5,
      timeoutSeconds: 3,
      failureThreshold: why(
        Math.max(3, Math.ceil(health.startSeconds / 5)),
        `It may take ${health.startSeconds} s to begin; until then the other probes wait.`,
      ),
    },
    readinessProbe: { ...probe(health.ready), periodSeconds: 5, timeoutSeconds: 3, failureThreshold: 2 },
    livenessProbe: {
      ...probe(health.live),
      periodSeconds: 10,
      timeoutSeconds: 3,
      failureThreshold: why(6, 'A minute: a restart cures nothing that is merely slow.'),
    },
  };
}
