import { originFacingLists } from '../../../../data/aws/edge-addresses.ts';
import type { Architecture } from '../../architecture.ts';
import type { Environment } from '../../environment.ts';
import { nearRanges, nginxClassOf } from '../../kubernetes/cluster/entrances.ts';
import { hasOwnLoadBalancer } from '../../own-load-balancer.ts';
import { why, type YamlMap } from '../../yaml/yaml.ts';
import type { Addon } from '../addon.ts';
import { critical, onSystemNodes, resources, spread } from '../placement.ts';

/** One for the internet and one for peers and the VPN, as far as either has anything to lead to. */
export function nginxAddons({ platform, environments }: Architecture): Addon[] {
  const exposed = environments.flatMap(({ services }) =>
    services.flatMap((one) => (one.expose && !hasOwnLoadBalancer(one) ? [one.expose] : [])),
  );
  const isInternal = exposed.some((one) => !one.public);
  const isOpen = exposed.some((one) => one.public);
  const atEdge = platform.edge === 'cloudfront' && isOpen ? { valuesIn: forTheEdge } : {};
  return [...(isOpen || !isInternal ? [{ ...nginx, ...atEdge }] : []), ...(isInternal ? [internal] : [])];
}

const nginx: Addon = {
  name: 'ingress-nginx',
  namespace: 'ingress-nginx',
  does: 'Takes requests from a network load balancer and leads them to services by host and path.',
  after: ['prometheus-operator-crds', 'aws-load-balancer-controller'],
  webhookPorts: [8443],
  values: valuesOf('ingress-nginx', true),
};

const internal: Addon = {
  ...nginx,
  name: 'ingress-nginx-internal',
  does: 'Does the same for hosts of the private network, behind a load balancer that the internet does not reach.',
  values: valuesOf('ingress-nginx-internal', false),
  valuesIn: (environment) => ({
    controller: { service: { loadBalancerSourceRanges: nearRanges(environment) } },
  }),
};

function valuesOf(release: string, open: boolean): YamlMap {
  const className = nginxClassOf({ public: open });
  const lb = 'service.beta.kubernetes.io/aws-load-balancer';
  return {
    controller: {
      replicaCount: 3,
      minAvailable: 2,
      ...critical,
      ...onSystemNodes,
      topologySpreadConstraints: spread({ 'app.kubernetes.io/instance': release }),
      resources: resources('100m', '384Mi'),
      // what is written into annotations by teams must not become configuration
      allowSnippetAnnotations: false,
      ingressClass: className,
      ingressClassResource: {
        name: className,
        default: false,
        controllerValue: `k8s.io/${release}`,
      },
      config: { 'ssl-redirect': 'true', 'use-proxy-protocol': 'true', 'hide-headers': 'X-Powered-By' },
      service: {
        externalTrafficPolicy: 'Local',
        loadBalancerClass: 'service.k8s.aws/nlb',
        annotations: {
          [`${lb}-nlb-target-type`]: 'ip',
          [`${lb}-scheme`]: open ? 'internet-facing' : 'internal',
          [`${lb}-proxy-protocol`]: '*',
        },
      },
      metrics: { enabled: true, serviceMonitor: { enabled: true } },
      admissionWebhooks: {
        createSecretJob: { resources: resources('25m', '64Mi') },
        patchWebhookJob: { resources: resources('25m', '64Mi') },
        patch: { ...onSystemNodes, ...critical },
      },
    },
  };
}

function forTheEdge({ region }: Environment): YamlMap {
  const list = originFacingLists[region];
  if (list === undefined) return {};
  return {
    controller: {
      service: {
        enableHttp: why(
          false,
          'A security group has 60 rules, and the list below counts as 55 at each port.',
        ),
        annotations: {
          'service.beta.kubernetes.io/aws-load-balancer-security-group-prefix-lists': why(
            list,
            'Addresses of CloudFront: whoever comes past it, past its rules, does not get in.',
          ),
        },
      },
    },
  };
}
