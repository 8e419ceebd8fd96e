import type { Namespace } from '../../environment.ts';
import type { YamlMap } from '../../yaml/yaml.ts';
import { why } from '../../yaml/yaml.ts';
import type { Site } from '../site.ts';

/** What a team may take of the cluster, and what a container gets that says nothing. */
export function limitsOf({ name, quota }: Namespace, { vary }: Site): YamlMap[] {
  const metadata = (own: string) => ({ name: own, namespace: name });
  return [
    {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: metadata('quota'),
      spec: {
        hard: {
          'requests.cpu': vary('quota.cpu', `${quota.cpuMilli}m`),
          'requests.memory': vary('quota.memory', `${quota.memoryMi}Mi`),
          pods: vary('quota.pods', String(quota.pods)),
          'services.nodeports': why('0', 'The way in is an Ingress.'),
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
  ];
}
