import { nameHere } from '../../regional-names.ts';
import type { Service } from '../../workload.ts';
import { why, type YamlMap } from '../../yaml/yaml.ts';
import { selectorOf } from '../labels.ts';
import type { Site } from '../site.ts';
import { recordAtTop } from './top-record.ts';

/** A way in for connections that are no requests: a network load balancer of its own, which passes them on as they are. */
export function loadBalancersOf(service: Service, site: Site): YamlMap[] {
  const { vary, environment } = site;
  const { expose, name, namespace, port, protocol } = service;
  if (!expose || protocol !== 'tcp') return [];
  const lb = 'service.beta.kubernetes.io/aws-load-balancer';
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: `${name}-outside`,
        namespace,
        labels: selectorOf(service),
        annotations: {
          [`${lb}-scheme`]: expose.public ? 'internet-facing' : 'internal',
          [`${lb}-nlb-target-type`]: 'ip',
          [`${lb}-healthcheck-protocol`]: 'TCP',
          'external-dns.alpha.kubernetes.io/hostname': vary(
            'ingress.host',
            nameHere(environment, expose.host),
          ),
          ...recordAtTop(service, site),
        },
      },
      spec: {
        type: 'LoadBalancer',
        loadBalancerClass: 'service.k8s.aws/nlb',
        allocateLoadBalancerNodePorts: why(false, 'It reaches pods by their addresses.'),
        selector: selectorOf(service),
        ports: [{ name: 'tcp', port, targetPort: 'main' }],
      },
    },
  ];
}
