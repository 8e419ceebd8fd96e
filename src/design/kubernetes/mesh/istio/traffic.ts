import type { Service } from '../../../workload.ts';
import { why, type YamlMap } from '../../../yaml/yaml.ts';
import type { Site } from '../../site.ts';
import { callersOf } from '../callers.ts';
import { limitsFor } from '../time-limits.ts';

/** How callers wait, try again, and leave a replica alone that fails. */
export function trafficOf(service: Service, { environment }: Site): YamlMap[] {
  const { name, namespace, protocol } = service;
  if (callersOf(service, environment).length === 0) return [];
  const host = `${name}.${namespace}.svc.cluster.local`;
  const { each, whole } = limitsFor(service);
  const route: YamlMap = {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: { name, namespace },
    spec: {
      hosts: [host],
      http: [
        {
          timeout: `${whole}s`,
          retries: {
            attempts: 2,
            perTryTimeout: `${each}s`,
            retryOn: why(
              protocol === 'grpc'
                ? 'connect-failure,refused-stream,unavailable'
                : 'connect-failure,refused-stream',
              'Only what was not begun, so that nothing is done twice.',
            ),
          },
          route: [{ destination: { host } }],
        },
      ],
    },
  };
  const rule: YamlMap = {
    apiVersion: 'networking.istio.io/v1',
    kind: 'DestinationRule',
    metadata: { name, namespace },
    spec: {
      host,
      trafficPolicy: {
        connectionPool: {
          tcp: { connectTimeout: '2s', maxConnections: 1000 },
          ...(protocol !== 'tcp' && { http: { http1MaxPendingRequests: 1000, http2MaxRequests: 1000 } }),
        },
        outlierDetection: {
          consecutive5xxErrors: 5,
          interval: '10s',
          baseEjectionTime: '30s',
          maxEjectionPercent: why(50, 'When all fail, half of them are asked all the same.'),
        },
      },
    },
  };
  return protocol === 'tcp' ? [rule] : [route, rule];
}
