import type { Architecture } from '../../architecture.ts';
import type { YamlMap } from '../../yaml/yaml.ts';
import type { Addon } from '../addon.ts';
import { onEveryNode, onSystemNodes, spread } from '../placement.ts';
import { linkerdIdentity, webhooks } from './linkerd-identity.ts';

/** The mesh that was decided. Its rules for traffic are in charts of their own, so that pods need no rights for them. */
export function meshAddons({ platform }: Architecture): readonly Addon[] {
  return { none: [], istio, linkerd }[platform.mesh];
}

const istio: readonly Addon[] = [
  {
    name: 'istio-base',
    namespace: 'istio-system',
    does: 'Kinds of objects of the mesh.',
    after: ['prometheus-operator-crds'],
    values: { defaultRevision: 'default' },
  },
  {
    name: 'istio-cni',
    namespace: 'kube-system',
    does: 'Leads the traffic of pods through their proxies, which then need no right to change the network.',
    after: ['istio-base'],
    values: {
      tolerations: onEveryNode,
      resources: { requests: { cpu: '50m', memory: '96Mi' }, limits: { memory: '192Mi' } },
    },
  },
  {
    name: 'istiod',
    namespace: 'istio-system',
    does: 'Tells proxies whom they may trust and where to send what.',
    after: ['istio-cni'],
    webhookPorts: [15_017],
    values: {
      autoscaleMin: 2,
      autoscaleMax: 5,
      resources: { requests: { cpu: '250m', memory: '1Gi' }, limits: { memory: '2Gi' } },
      ...onSystemNodes,
      topologySpreadConstraints: spread({ app: 'istiod' }),
      cni: { enabled: true },
      seccompProfile: { type: 'RuntimeDefault' },
      global: {
        priorityClassName: 'system-cluster-critical',
        logAsJson: true,
        defaultPodDisruptionBudget: { enabled: true },
        proxy: {
          seccompProfile: { type: 'RuntimeDefault' },
          // as much as is reckoned with for each pod of a service
          resources: { requests: { cpu: '100m', memory: '100Mi' }, limits: { memory: '256Mi' } },
        },
      },
      meshConfig: {
        // a pod starts after its proxy, and ends before it
        defaultConfig: { holdApplicationUntilProxyStarts: true },
        accessLogFile: '/dev/stdout',
        accessLogEncoding: 'JSON',
        enablePrometheusMerge: true,
      },
    },
    objectsIn: () => ({ monitors: istioMonitors }),
  },
];

const istioMonitors: readonly YamlMap[] = [
  {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: { name: 'istiod', namespace: 'istio-system' },
    spec: {
      selector: { matchLabels: { istio: 'pilot' } },
      endpoints: [{ port: 'http-monitoring', interval: '30s' }],
    },
  },
];

const component = (memory: string): YamlMap => ({
  cpu: { request: '50m' },
  memory: { request: memory, limit: memory },
});

const linkerd: readonly Addon[] = [
  {
    name: 'linkerd-crds',
    namespace: 'linkerd',
    does: 'Kinds of objects of the mesh.',
    after: ['prometheus-operator-crds'],
    values: { installGatewayAPI: true },
  },
  {
    name: 'linkerd-cni',
    namespace: 'linkerd-cni',
    does: 'Leads the traffic of pods through their proxies, which then need no right to change the network.',
    after: [],
    level: { pods: 'privileged', why: 'It writes into the network configuration of nodes.' },
    values: {
      priorityClassName: 'system-node-critical',
      repairController: { enabled: true, resources: component('32Mi') },
      tolerations: onEveryNode,
      resources: component('64Mi'),
    },
  },
  {
    name: 'linkerd-control-plane',
    namespace: 'linkerd',
    does: 'Tells proxies whom they may trust and where to send what.',
    after: ['linkerd-crds', 'linkerd-cni', 'cert-manager', 'trust-manager'],
    // of the injector and the validator of profiles, and of the validator of policies
    webhookPorts: [8443, 9443],
    values: {
      controllerReplicas: 3,
      highAvailability: true,
      enablePodAntiAffinity: true,
      enablePodDisruptionBudget: true,
      priorityClassName: 'system-cluster-critical',
      cniEnabled: true,
      controllerLogFormat: 'json',
      webhookFailurePolicy: 'Fail',
      ...onSystemNodes,
      // certificates come from cert-manager, which renews them
      identity: { externalCA: true, issuer: { scheme: 'kubernetes.io/tls' } },
      proxy: {
        nativeSidecar: true,
        logFormat: 'json',
        // who is not known by a certificate of the mesh is let in only where a policy says so
        defaultInboundPolicy: 'all-authenticated',
        resources: { cpu: { request: '100m' }, memory: { request: '100Mi', limit: '250Mi' } },
      },
      // made by cert-manager: the chart would make them anew whenever it is rendered
      ...Object.fromEntries(
        webhooks.map(([key, name]) => [key, { externalSecret: true, injectCaFrom: `linkerd/${name}` }]),
      ),
      destinationResources: component('250Mi'),
      identityResources: component('128Mi'),
      proxyInjectorResources: component('128Mi'),
      spValidatorResources: component('128Mi'),
      policyController: { resources: component('128Mi') },
      heartbeatResources: component('64Mi'),
      disableHeartBeat: true,
      podMonitor: { enabled: true },
    },
    objectsIn: () => ({ identity: linkerdIdentity }),
  },
];
