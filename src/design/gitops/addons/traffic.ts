import type { Architecture } from '../../architecture.ts';
import { restrictedContainer, restrictedPod } from '../../restricted.ts';
import type { Addon } from '../addon.ts';
import { critical, onSystemNodes, resources, spread } from '../placement.ts';
import { nginxAddons } from './nginx.ts';

/** What leads requests from outside to services. */
export function trafficAddons(architecture: Architecture): Addon[] {
  const { platform, environments } = architecture;
  const named = environments.some(({ dns }) => dns.zone !== undefined) && platform.ingress !== 'none';
  return [
    // a load balancer stands before nginx as well
    ...(platform.ingress === 'none' ? [] : [loadBalancerController]),
    ...(platform.ingress === 'nginx' ? nginxAddons(architecture) : []),
    ...(named ? [externalDns(architecture)] : []),
  ];
}

const loadBalancerController: Addon = {
  name: 'aws-load-balancer-controller',
  namespace: 'kube-system',
  does: 'Makes load balancers of AWS for what is exposed.',
  after: ['prometheus-operator-crds'],
  webhookPorts: [9443],
  values: {
    replicaCount: 2,
    serviceAccount: { name: 'aws-load-balancer-controller' },
    podDisruptionBudget: { maxUnavailable: 1 },
    ...onSystemNodes,
    topologySpreadConstraints: spread({ 'app.kubernetes.io/name': 'aws-load-balancer-controller' }),
    resources: resources('50m', '192Mi'),
    podSecurityContext: restrictedPod(),
    securityContext: restrictedContainer,
    // pods are reached directly, without a second hop over another node
    defaultTargetType: 'ip',
    // it changes nothing that is not in a manifest
    enableShield: false,
    // otherwise every sync would make new certificates for its webhook
    keepTLSSecret: true,
    // only through the classes of the platform, which say who gets in: its own class would let anybody in
    createIngressClassResource: false,
    ingressClassParams: { create: false },
    disableIngressClassAnnotation: true,
    disableIngressGroupNameAnnotation: true,
    // Services name their class: no Service of anybody waits for a webhook of this one
    enableServiceMutatorWebhook: false,
    serviceMonitor: { enabled: true },
  },
  valuesIn: ({ cluster, region, system, tags }) => ({
    clusterName: cluster!.name,
    region,
    // found by its name, as no id of a network is known before it is made
    vpcTags: { environment: tags['environment']!, system },
    defaultTags: { ...tags },
  }),
};

function externalDns({ platform, environments }: Architecture): Addon {
  const hasPlainService = environments.some(({ services }) =>
    services.some(({ expose, protocol }) => expose && protocol === 'tcp'),
  );
  return {
    name: 'external-dns',
    namespace: 'external-dns',
    does: 'Writes the public names of services into Route 53.',
    after: ['prometheus-operator-crds'],
    values: {
      provider: { name: 'aws' },
      serviceAccount: { name: 'external-dns' },
      ...critical,
      ...onSystemNodes,
      resources: resources('25m', '128Mi'),
      sources: ['ingress', ...(platform.ingress === 'nginx' || hasPlainService ? ['service'] : [])],
      // it takes away what it made itself, and nothing else: the record beside each name says whose it is
      policy: 'sync',
      registry: 'txt',
      logFormat: 'json',
      interval: '1m',
      triggerLoopOnEvent: true,
      serviceMonitor: { enabled: true },
    },
    valuesIn: ({ cluster, dns }) => ({
      txtOwnerId: cluster!.name,
      domainFilters: dns.zone === undefined ? [] : [dns.zone],
    }),
  };
}
