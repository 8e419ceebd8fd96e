import type { Environment } from '../environment.ts';
import type { Job, Service } from '../workload.ts';
import type { YamlMap } from '../yaml/yaml.ts';
import { networkPolicyOf } from './network-policy.ts';

/** What belongs to a workload in one environment alone. */
export function overlayOf(workload: Service | Job, environment: Environment): YamlMap[] {
  const { name, namespace, variables, secrets } = workload;
  return [
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: `${name}-variables`, namespace },
      data: { ...variables },
    },
    networkPolicyOf(workload, environment),
    ...secrets.map(
      (secret): YamlMap => ({
        apiVersion: 'external-secrets.io/v1',
        kind: 'ExternalSecret',
        metadata: { name: secret.name, namespace },
        spec: {
          refreshInterval: '1h',
          secretStoreRef: { kind: 'SecretStore', name: 'secrets' },
          target: { name: secret.name },
          data: Object.entries(secret.properties).map(([property, secretKey]) => ({
            secretKey,
            remoteRef: { key: secret.remoteName, property },
          })),
        },
      }),
    ),
    ...(workload.kind === 'service' ? [autoscalerOf(workload)] : []),
  ];
}

function autoscalerOf({ name, namespace, scale }: Service): YamlMap {
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name, namespace },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
      minReplicas: scale.min,
      maxReplicas: scale.max,
      metrics: [
        {
          type: 'Resource',
          resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: scale.cpu } },
        },
      ],
    },
  };
}
