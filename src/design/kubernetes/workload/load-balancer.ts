import type { Environment } from '../../environment.ts';
import { nameIn } from '../../names.ts';
import { hasOwnLoadBalancer, ownLoadBalancerOf } from '../../own-load-balancer.ts';
import { nameInCluster } from '../../regional-names.ts';
import type { Service } from '../../workload.ts';
import { why, type YamlMap } from '../../yaml/yaml.ts';
import { nearRanges } from '../cluster/entrances.ts';
import { selectorOf } from '../labels.ts';
import type { Site } from '../site.ts';
import { besideFirstRecord } from './top-record.ts';

/** A way in for connections that are no requests: a network load balancer of its own, which passes them on as they are. */
export function loadBalancersOf(service: Service, site: Site): YamlMap[] {
  const { vary, environment } = site;
  const { expose, namespace, port } = service;
  if (!expose || !hasOwnLoadBalancer(service)) return [];
  const lb = 'service.beta.kubernetes.io/aws-load-balancer';
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: ownLoadBalancerOf(service),
        namespace,
        labels: selectorOf(service),
        annotations: {
          [`${lb}-scheme`]: expose.public ? 'internet-facing' : 'internal',
          [`${lb}-subnets`]: why(
            vary('balancer.subnets', publicSubnets(environment).join(',')),
            'Apart from pods, so that network policies can tell load balancers by their addresses.',
          ),
          [`${lb}-nlb-target-type`]: 'ip',
          [`${lb}-target-group-attributes`]: why(
            'preserve_client_ip.enabled=false,deregistration_delay.timeout_seconds=30',
            'Pods see its address, which is what network policies let in.',
          ),
          [`${lb}-attributes`]: vary(
            'balancer.attributes',
            `load_balancing.cross_zone.enabled=true,deletion_protection.enabled=${environment.production}`,
          ),
          [`${lb}-healthcheck-protocol`]: 'TCP',
          'external-dns.alpha.kubernetes.io/hostname': vary(
            'ingress.host',
            nameInCluster(environment, expose.host),
          ),
          ...besideFirstRecord(service, site),
        },
      },
      spec: {
        type: 'LoadBalancer',
        loadBalancerClass: 'service.k8s.aws/nlb',
        ...(!expose.public && {
          loadBalancerSourceRanges: why(
            vary('balancer.from', nearRanges(environment)),
            'The network, its peers and the VPN.',
          ),
        }),
        allocateLoadBalancerNodePorts: why(false, 'It reaches pods by their addresses.'),
        selector: selectorOf(service),
        ports: [{ name: 'tcp', port, targetPort: 'main' }],
      },
    },
  ];
}

/** Names of the subnets of load balancers, as Terraform tags them. */
function publicSubnets(environment: Environment): string[] {
  const network = nameIn(environment, environment.system, 'network');
  return environment.network.zones.map(({ zone }) => `${network}-public-${zone}`);
}
