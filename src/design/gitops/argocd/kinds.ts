import { addonNamespaces } from '../../addon-namespaces.ts';
import type { Architecture } from '../../architecture.ts';
import type { Environment } from '../../environment.ts';
import { hostedIn } from '../../hosted.ts';
import type { Addon } from '../addon.ts';

export interface Kind {
  readonly group: string;
  readonly kind: string;
}

function of(group: string, ...kinds: string[]): Kind[] {
  return kinds.map((kind) => ({ group, kind }));
}

/** Namespaces that the platform delivers into. */
export function platformNamespaces(environment: Environment, addons: readonly Addon[]): string[] {
  const own = hostedIn(environment).length > 0 ? [addonNamespaces.data] : [];
  return [...new Set(['argocd', 'kube-system', ...own, ...addons.map(({ namespace }) => namespace)])].sort();
}

/** Kinds of the whole cluster that charts of add-ons and the platform's own folders hold. */
export const clusterKinds: readonly Kind[] = [
  ...of('', 'Namespace'),
  ...of('apiextensions.k8s.io', 'CustomResourceDefinition'),
  ...of('rbac.authorization.k8s.io', 'ClusterRole', 'ClusterRoleBinding'),
  ...of(
    'admissionregistration.k8s.io',
    'MutatingWebhookConfiguration',
    'ValidatingWebhookConfiguration',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
  ),
  ...of('apiregistration.k8s.io', 'APIService'),
  ...of('networking.k8s.io', 'IngressClass'),
  ...of('elbv2.k8s.aws', 'IngressClassParams'),
  ...of('gateway.networking.k8s.io', 'GatewayClass'),
  ...of('scheduling.k8s.io', 'PriorityClass'),
  ...of('storage.k8s.io', 'StorageClass'),
  ...of('snapshot.storage.k8s.io', 'VolumeSnapshotClass'),
  ...of('karpenter.sh', 'NodePool'),
  ...of('karpenter.k8s.aws', 'EC2NodeClass'),
  ...of('cert-manager.io', 'ClusterIssuer'),
  ...of('trust.cert-manager.io', 'Bundle'),
];

/** What a team may bring into its namespace. Limits, roles and Secrets are not among it. */
export function teamKinds({ platform }: Architecture): Kind[] {
  return [
    ...of('', 'ConfigMap', 'Service', 'ServiceAccount'),
    ...of('apps', 'Deployment'),
    ...of('batch', 'CronJob', 'Job'),
    ...of('autoscaling', 'HorizontalPodAutoscaler'),
    ...of('policy', 'PodDisruptionBudget'),
    ...of('networking.k8s.io', 'NetworkPolicy', 'Ingress'),
    ...of('external-secrets.io', 'ExternalSecret'),
    ...of('monitoring.coreos.com', 'ServiceMonitor', 'PodMonitor'),
    ...(platform.progressive ? of('argoproj.io', 'Rollout', 'AnalysisTemplate') : []),
    ...(platform.ingress === 'nginx' ? of('cert-manager.io', 'Certificate') : []),
    ...meshKinds[platform.mesh],
  ];
}

const meshKinds: Readonly<Record<Architecture['platform']['mesh'], readonly Kind[]>> = {
  none: [],
  istio: [
    ...of('networking.istio.io', 'VirtualService', 'DestinationRule', 'ServiceEntry', 'Sidecar'),
    ...of('security.istio.io', 'AuthorizationPolicy', 'PeerAuthentication'),
    ...of('telemetry.istio.io', 'Telemetry'),
  ],
  linkerd: [
    ...of(
      'policy.linkerd.io',
      'Server',
      'AuthorizationPolicy',
      'MeshTLSAuthentication',
      'NetworkAuthentication',
      'EgressNetwork',
    ),
    ...of('linkerd.io', 'ServiceProfile'),
    ...of('gateway.networking.k8s.io', 'HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute'),
  ],
};
