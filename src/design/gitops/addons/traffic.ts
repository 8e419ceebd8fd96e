import { originFacingLists } from '../../../../data/aws/edge-addresses.ts';
import type { Architecture } from '../../architecture.ts';
import type { Environment } from '../../environment.ts';
import { restrictedContainer, restrictedPod } from '../../restricted.ts';
import { why, type YamlMap } from '../../yaml/yaml.ts';
import type { Addon } from '../addon.ts';
import { critical, onSystemNodes, resources, spread } from '../placement.ts';

/** What leads requests from outside to services. */
export function trafficAddons(architecture: Architecture): Addon[] {
  const { platform, environments } = architecture;
  const named = environments.some(({ dns }) => dns.zone !== undefined) && platform.ingress !== 'none';
  return [
    // a load balancer stands before nginx as well
    ...(platform.ingress === 'none' ? [] : [loadBalancerController]),
    ...(platform.ingress === 'nginx' ? [nginx(architecture)] : []),
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

function nginx({ platform, environments }: Architecture): Addon {
  const isOpen = environments.some(({ services }) =>
    services.some(({ expose, protocol }) => expose?.public && protocol !== 'tcp'),
  );
  return {
    name: 'ingress-nginx',
    namespace: 'ingress-nginx',
    does: 'Takes requests from a network load balancer and leads them to services by host and path.',
    after: ['prometheus-operator-crds', 'aws-load-balancer-controller'],
    webhookPorts: [8443],
    values: {
      controller: {
        replicaCount: 3,
        minAvailable: 2,
        ...critical,
        ...onSystemNodes,
        topologySpreadConstraints: spread({ 'app.kubernetes.io/name': 'ingress-nginx' }),
        resources: resources('100m', '384Mi'),
        // what is written into annotations by teams must not become configuration
        allowSnippetAnnotations: false,
        ingressClassResource: { name: 'nginx', default: false },
        config: { 'ssl-redirect': 'true', 'use-proxy-protocol': 'true', 'hide-headers': 'X-Powered-By' },
        service: {
          externalTrafficPolicy: 'Local',
          loadBalancerClass: 'service.k8s.aws/nlb',
          annotations: {
            'service.beta.kubernetes.io/aws-load-balancer-nlb-target-type': 'ip',
            'service.beta.kubernetes.io/aws-load-balancer-scheme': isOpen ? 'internet-facing' : 'internal',
            'service.beta.kubernetes.io/aws-load-balancer-proxy-protocol': '*',
          },
        },
        metrics: { enabled: true, serviceMonitor: { enabled: true } },
        admissionWebhooks: {
          createSecretJob: { resources: resources('25m', '64Mi') },
          patchWebhookJob: { resources: resources('25m', '64Mi') },
          patch: { ...onSystemNodes, ...critical },
        },
      },
    },
    ...(platform.edge === 'cloudfront' && isOpen ? { valuesIn: forTheEdge } : {}),
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
