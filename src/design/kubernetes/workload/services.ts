import type { Service } from '../../workload.ts';
import type { YamlMap } from '../../yaml/yaml.ts';
import { selectorOf } from '../labels.ts';
import { meshServiceAnnotations } from '../mesh/annotations.ts';
import type { Site } from '../site.ts';
import { versionServicesOf } from './strategy.ts';

/** The name that callers use, and names for single versions where the strategy tells them apart. */
export function servicesOf(service: Service, site: Site): YamlMap[] {
  const { namespace, port, protocol } = service;
  const labels = selectorOf(service);
  const annotations = meshServiceAnnotations(service, site);
  return [service.name, ...versionServicesOf(service, site)].map((name) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace, labels, ...(annotations && name === service.name && { annotations }) },
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
