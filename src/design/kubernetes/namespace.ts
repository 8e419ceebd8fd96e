import type { Environment, Namespace } from '../environment.ts';
import type { YamlMap } from '../yaml/yaml.ts';

/** A team's namespace: closed, bounded, with its secret store. */
export function namespaceOf({ name, quota }: Namespace, { region }: Environment): YamlMap[] {
  const metadata = (own: string) => ({ name: own, namespace: name });
  return [
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: metadata('default-deny'),
      spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
    },
    {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: metadata('quota'),
      spec: {
        hard: {
          'requests.cpu': `${quota.cpuMilli}m`,
          'requests.memory': `${quota.memoryMi}Mi`,
          pods: String(quota.pods),
        },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'LimitRange',
      metadata: metadata('defaults'),
      spec: {
        limits: [
          {
            type: 'Container',
            defaultRequest: { cpu: '100m', memory: '128Mi' },
            default: { memory: '256Mi' },
          },
        ],
      },
    },
    {
      apiVersion: 'external-secrets.io/v1',
      kind: 'SecretStore',
      metadata: metadata('secrets'),
      spec: { provider: { aws: { service: 'SecretsManager', region } } },
    },
  ];
}
