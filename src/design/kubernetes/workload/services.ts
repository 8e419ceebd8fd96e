import type { Service } from '../../workload.ts';
import { why, type YamlMap } from '../../yaml/yaml.ts';
import { selectorOf } from '../labels.ts';
import { meshServiceAnnotations } from '../mesh/annotations.ts';
import type { Site } from '../site.ts';
import { isLed, versionServicesOf } from './strategy.ts';

/** The name that callers use, and names for single versions where the strategy tells them apart. */
export function servicesOf(service: Service, site: Site): YamlMap[] {
  const { namespace, port, protocol } = service;
  const labels = selectorOf(service);
  return [service.name, ...versionServicesOf(service, site)].map((name) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace, labels, ...annotationsOf(name, service, site) },
    spec: {
      type: 'ClusterIP',
      selector: labels,
      ports: [
        {
          name: protocol,
          port,
          targetPort: 'main',
          ...(protocol === 'grpc' && { appProtocol: 'kubernetes.io/h2c' }),
        },
      ],
    },
  }));
}

function annotationsOf(name: string, service: Service, site: Site): YamlMap {
  const annotations: YamlMap = {
    ...(name === service.name && meshServiceAnnotations(service, site)),
    ...(site.architecture.delivery.gitops === 'flux' &&
      isLed(name, service, site) && {
        'kustomize.toolkit.fluxcd.io/ssa': why(
          'IfNotPresent',
          'Argo Rollouts leads it to one version by its selector, which Flux would take back.',
        ),
      }),
  };
  return Object.keys(annotations).length > 0 ? { annotations } : {};
}
