/** The namespaces of what runs in every cluster for all: charts are released there, and network policies name them. */
export const addonNamespaces = {
  /** Prometheus and whatever else watches */
  metrics: 'monitoring',
  /** the controller of Ingresses, where that is nginx */
  nginx: 'ingress-nginx',
  certificates: 'cert-manager',
  secrets: 'external-secrets',
  vault: 'vault',
  rollouts: 'argo-rollouts',
  istio: 'istio-system',
  linkerd: 'linkerd',
  /** datastores that the cluster hosts itself */
  data: 'data',
  /** the operator that runs PostgreSQL there */
  postgresOperator: 'cnpg-system',
  /** what takes snapshots of volumes */
  copies: 'velero',
  /** DNS of the cluster */
  system: 'kube-system',
} as const;
