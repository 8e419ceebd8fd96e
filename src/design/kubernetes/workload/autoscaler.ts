import type { Service } from '../../workload.ts';
import { why, type YamlMap } from '../../yaml/yaml.ts';
import { selectorOf } from '../labels.ts';
import type { Site } from '../site.ts';
import { controllerKindOf } from './controller-kind.ts';

/** Whether it has the same number of replicas at all times, in each environment. */
export function isFixed({ name }: Service, { architecture }: Pick<Site, 'architecture'>): boolean {
  return architecture.environments.every(({ services }) =>
    services.every((one) => one.name !== name || one.scale.min === one.scale.max),
  );
}

/** More replicas at once when they are busy, fewer only after a while. */
export function autoscalersOf(service: Service, site: Site): YamlMap[] {
  if (isFixed(service, site)) return [];
  const { name, namespace, scale } = service;
  const { vary } = site;
  return [
    {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name, namespace, labels: selectorOf(service) },
      spec: {
        scaleTargetRef: { ...controllerKindOf(service), name },
        minReplicas: vary('scale.min', scale.min),
        // what scales where people depend on it scales everywhere, so that this is tried before
        maxReplicas: vary('scale.max', Math.max(scale.max, scale.min + 1)),
        metrics: [
          {
            type: 'ContainerResource',
            containerResource: {
              name: 'cpu',
              container: why(name, 'A proxy beside it does not count.'),
              target: { type: 'Utilization', averageUtilization: vary('scale.cpu', scale.cpu) },
            },
          },
        ],
        behavior: {
          scaleUp: {
            stabilizationWindowSeconds: 0,
            selectPolicy: 'Max',
            policies: [
              { type: 'Percent', value: 100, periodSeconds: 30 },
              { type: 'Pods', value: 4, periodSeconds: 30 },
            ],
          },
          scaleDown: {
            stabilizationWindowSeconds: why(300, 'A dip of some minutes takes nothing away.'),
            policies: [{ type: 'Percent', value: 25, periodSeconds: 60 }],
          },
        },
      },
    },
  ];
}
