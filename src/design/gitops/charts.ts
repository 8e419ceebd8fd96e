/** A chart in one version, with where the version was seen. */
export interface Chart {
  readonly chart: string;
  readonly version: string;
  /** of a Helm repository, or of a registry where it begins with `oci://` */
  readonly repository: string;
  /** what was looked at: a tag of it, or the file Chart.yaml there */
  readonly source: string;
  /** day of the commit that was looked at */
  readonly seen: string;
}

const argo = { repository: 'https://argoproj.github.io/argo-helm', source: 'github.com/argoproj/argo-helm' };
const istio = {
  version: '1.30.3',
  repository: 'https://istio-release.storage.googleapis.com/charts',
  source: 'github.com/istio/istio, tag 1.30.3',
  seen: '2026-07-13',
};
// Charts of edge releases are numbered by year: `edge-26.8.3` is 2026.8.3. Source: bin/helm-build of linkerd2.
const linkerd = {
  version: '2026.8.3',
  repository: 'https://helm.linkerd.io/edge',
  source: 'github.com/linkerd/linkerd2, tag edge-26.8.3',
  seen: '2026-08-21',
};
const prometheus = {
  repository: 'https://prometheus-community.github.io/helm-charts',
  source: 'github.com/prometheus-community/helm-charts',
  seen: '2026-08-22',
};
const nginx = {
  chart: 'ingress-nginx',
  version: '4.15.1',
  repository: 'https://kubernetes.github.io/ingress-nginx',
  source: 'github.com/kubernetes/ingress-nginx',
  seen: '2026-03-20',
};
const jetstack = 'https://charts.jetstack.io';

/** Every chart that a cluster may get, in the one version that it gets. All of them support Kubernetes 1.35. */
export const charts = {
  'argo-cd': { chart: 'argo-cd', version: '10.1.1', ...argo, seen: '2026-07-02' },
  'argo-rollouts': { chart: 'argo-rollouts', version: '2.41.0', ...argo, seen: '2026-07-02' },
  flux: {
    chart: 'flux2',
    version: '2.18.3',
    repository: 'https://fluxcd-community.github.io/helm-charts',
    source: 'github.com/fluxcd-community/helm-charts',
    seen: '2026-04-15',
  },
  'aws-load-balancer-controller': {
    chart: 'aws-load-balancer-controller',
    version: '3.5.0',
    repository: 'https://aws.github.io/eks-charts',
    source: 'github.com/aws/eks-charts',
    seen: '2026-08-03',
  },
  'ingress-nginx': nginx,
  'ingress-nginx-internal': nginx,
  'external-dns': {
    chart: 'external-dns',
    version: '1.21.1',
    repository: 'https://kubernetes-sigs.github.io/external-dns',
    source: 'github.com/kubernetes-sigs/external-dns',
    seen: '2026-08-22',
  },
  'cert-manager': {
    chart: 'cert-manager',
    version: 'v1.21.1',
    repository: jetstack,
    source: 'github.com/cert-manager/cert-manager, tag v1.21.1',
    seen: '2026-07-29',
  },
  'trust-manager': {
    chart: 'trust-manager',
    version: 'v0.24.0',
    repository: jetstack,
    source: 'github.com/cert-manager/trust-manager, tag v0.24.0',
    seen: '2026-06-27',
  },
  'external-secrets': {
    chart: 'external-secrets',
    version: '2.9.0',
    repository: 'https://charts.external-secrets.io',
    source: 'github.com/external-secrets/external-secrets',
    seen: '2026-08-08',
  },
  vault: {
    chart: 'vault',
    version: '0.34.1',
    repository: 'https://helm.releases.hashicorp.com',
    source: 'github.com/hashicorp/vault-helm',
    seen: '2026-08-13',
  },
  'metrics-server': {
    chart: 'metrics-server',
    version: '3.13.1',
    repository: 'https://kubernetes-sigs.github.io/metrics-server',
    source: 'github.com/kubernetes-sigs/metrics-server',
    seen: '2026-08-04',
  },
  'cluster-autoscaler': {
    chart: 'cluster-autoscaler',
    version: '9.59.0',
    repository: 'https://kubernetes.github.io/autoscaler',
    source: 'github.com/kubernetes/autoscaler, tag cluster-autoscaler-chart-9.59.0',
    seen: '2026-07-21',
  },
  karpenter: {
    chart: 'karpenter',
    version: '1.14.1',
    repository: 'oci://public.ecr.aws/karpenter',
    source: 'github.com/aws/karpenter-provider-aws, tag v1.14.1',
    seen: '2026-08-20',
  },
  'prometheus-operator-crds': { chart: 'prometheus-operator-crds', version: '31.0.1', ...prometheus },
  'kube-prometheus-stack': { chart: 'kube-prometheus-stack', version: '88.5.3', ...prometheus },
  'prometheus-blackbox-exporter': {
    chart: 'prometheus-blackbox-exporter',
    version: '11.17.2',
    ...prometheus,
  },
  'prometheus-yet-another-cloudwatch-exporter': {
    chart: 'prometheus-yet-another-cloudwatch-exporter',
    version: '0.47.0',
    ...prometheus,
  },
  'fluent-bit': {
    chart: 'fluent-bit',
    version: '0.58.1',
    repository: 'https://fluent.github.io/helm-charts',
    source: 'github.com/fluent/helm-charts',
    seen: '2026-08-18',
  },
  'opentelemetry-collector': {
    chart: 'opentelemetry-collector',
    version: '0.170.0',
    repository: 'https://open-telemetry.github.io/opentelemetry-helm-charts',
    source: 'github.com/open-telemetry/opentelemetry-helm-charts',
    seen: '2026-08-20',
  },
  'istio-base': { chart: 'base', ...istio },
  'istio-cni': { chart: 'cni', ...istio },
  istiod: { chart: 'istiod', ...istio },
  'linkerd-crds': { chart: 'linkerd-crds', ...linkerd },
  'linkerd-cni': { chart: 'linkerd2-cni', ...linkerd },
  'linkerd-control-plane': { chart: 'linkerd-control-plane', ...linkerd },
  velero: {
    chart: 'velero',
    version: '12.1.0',
    repository: 'https://vmware-tanzu.github.io/helm-charts',
    source: 'github.com/vmware-tanzu/helm-charts',
    seen: '2026-06-25',
  },
  'snapshot-controller': {
    chart: 'snapshot-controller',
    version: '5.2.0',
    repository: 'https://piraeus.io/helm-charts/',
    source: 'github.com/piraeusdatastore/helm-charts',
    seen: '2026-07-21',
  },
  'cloudnative-pg': {
    chart: 'cloudnative-pg',
    version: '0.29.0',
    repository: 'https://cloudnative-pg.github.io/charts',
    source: 'github.com/cloudnative-pg/charts',
    seen: '2026-07-20',
  },
  'plugin-barman-cloud': {
    chart: 'plugin-barman-cloud',
    version: '0.7.0',
    repository: 'https://cloudnative-pg.github.io/charts',
    source: 'github.com/cloudnative-pg/charts',
    seen: '2026-07-20',
  },
} as const satisfies Record<string, Chart>;

export type AddonName = keyof typeof charts;
