import type { Service } from '../../workload.ts';
import { why, type YamlMap } from '../../yaml/yaml.ts';
import { labelsOf, selectorOf } from '../labels.ts';
import type { Site } from '../site.ts';
import { isFixed } from './autoscaler.ts';
import { controllerKindOf } from './controller-kind.ts';
import { strategyOf } from './strategy.ts';
import { templateOf } from './template.ts';

/** Whether Flux would bring back by night what office hours took away: it keeps every field that is in Git. */
function isCountedByHours({ architecture, environment }: Site): boolean {
  const { gitops, packaging } = architecture.delivery;
  return environment.schedule !== undefined && gitops === 'flux' && packaging === 'kustomize';
}

/** The Deployment or Rollout of a service. How many there are is left to its autoscaler where it has one. */
export function controllerOf(service: Service, site: Site): YamlMap {
  const { name, namespace, scale } = service;
  return {
    ...controllerKindOf(service),
    metadata: { name, namespace, labels: labelsOf(service) },
    spec: {
      ...(isFixed(service, site) &&
        !isCountedByHours(site) && { replicas: site.vary('scale.min', scale.min) }),
      revisionHistoryLimit: why(5, 'Versions that a step back can reach at once.'),
      progressDeadlineSeconds: 600,
      ...(service.strategy !== 'rolling' && {
        progressDeadlineAbort: why(true, 'What does not come up is taken back.'),
      }),
      selector: { matchLabels: selectorOf(service) },
      strategy: strategyOf(service, site),
      template: templateOf(service, site),
    },
  };
}
