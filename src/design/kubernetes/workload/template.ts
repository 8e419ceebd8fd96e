import type { Service } from '../../workload.ts';
import { why, type YamlMap } from '../../yaml/yaml.ts';
import { labelsOf } from '../labels.ts';
import { meshAnnotations } from '../mesh/annotations.ts';
import type { Site } from '../site.ts';
import { containerOf } from './container.ts';
import { podOf } from './pod.ts';
import { probesOf } from './probes.ts';
import { spreadOf } from './spread.ts';

/** The pods of a service, whatever replaces them. */
export function templateOf(service: Service, site: Site): YamlMap {
  const { port, graceSeconds, expose, priority } = service;
  const annotations = meshAnnotations(service, site);
  const { topologySpreadConstraints, affinity } = spreadOf(service);
  const container = containerOf(service, site, {
    ports: [{ name: 'main', containerPort: port }],
    ...probesOf(service),
    // A load balancer takes longer to hear of it than the nodes do.
    lifecycle: why(
      { preStop: { sleep: { seconds: expose ? 15 : 10 } } },
      'Requests still come in until everybody knows that this pod ends.',
    ),
  });
  return {
    metadata: { labels: labelsOf(service), ...(annotations && { annotations }) },
    spec: podOf(service, site, container, {
      priorityClassName: site.vary('priority', priority),
      terminationGracePeriodSeconds: graceSeconds,
      topologySpreadConstraints: site.vary('spread', topologySpreadConstraints!),
      affinity: affinity!,
    }),
  };
}
