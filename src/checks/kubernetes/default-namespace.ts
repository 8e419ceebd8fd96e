import { workloadTypes } from '../../graph/kubernetes/pods.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

/** What an application is made of. Roles, and bindings of accounts from elsewhere, are in default to let others look there. */
const kinds = [
  ...workloadTypes,
  'ConfigMap',
  'HorizontalPodAutoscaler',
  'Ingress',
  'PersistentVolumeClaim',
  'PodDisruptionBudget',
  'RoleBinding',
  'Secret',
  'Service',
  'ServiceAccount',
];

export default check({
  id: 'kubernetes/default-namespace',
  title: 'Object in the default namespace',
  dimension: 'iac-quality',
  severity: 'low',
  why: 'The namespace default cannot be deleted, belongs to nobody, and collects what others forgot. Quotas, policies and rights are given by namespace: an application of its own deserves one of its own.',
  sameAs: [
    'kics:k8s/using_unrecommended_namespace',
    'kube-linter:use-namespace',
    'kubescape:configmap-in-default-namespace',
    'kubescape:horizontalpodautoscaler-in-default-namespace',
    'kubescape:ingress-in-default-namespace',
    'kubescape:persistentvolumeclaim-in-default-namespace',
    'kubescape:poddisruptionbudget-in-default-namespace',
    'kubescape:pods-in-default-namespace',
    'kubescape:resources-secret-in-default-namespace',
    'kubescape:rolebinding-in-default-namespace',
    'kubescape:service-in-default-namespace',
    'kubescape:serviceaccount-in-default-namespace',
    'kyverno:disallow-default-namespace/validate-namespace',
    'kyverno:disallow-default-namespace/validate-podcontroller-namespace',
    'regula:FG_R00497',
    'trivy:KSV-0110',
  ],
  controls: ['cis-kubernetes:5.7.4'],
  sources: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/'],
  visits: resources(...kinds),
  judge({ resource, node }) {
    const namespace = node.get('metadata', 'namespace');
    if (namespace?.text() !== 'default' || isMadeByCluster(resource)) return;
    if (resource.type === 'RoleBinding' && !bindsOwn(node)) return;
    if (resource.unit.kind === 'helm' && !isWrittenOut(namespace)) return;
    return {
      message: `${resource.address} is put into the namespace default: give the application a namespace of its own, and let the overlay or the release say which.`,
      at: namespace,
    };
  },
  examples: {
    bad: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
  namespace: default
spec:
  selector:
    matchLabels: { app: api }
  template:
    metadata:
      labels: { app: api }
    spec:
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
`,
    good: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
  namespace: shop
spec:
  selector:
    matchLabels: { app: api }
  template:
    metadata:
      labels: { app: api }
    spec:
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
`,
  },
});

/** Whether it binds nothing but service accounts of its own namespace. */
function bindsOwn(binding: Node): boolean {
  const subjects = binding.list('subjects');
  return (
    subjects.length > 0 &&
    subjects.every(
      (subject) =>
        subject.text('kind') === 'ServiceAccount' && (subject.text('namespace') ?? 'default') === 'default',
    )
  );
}

/** Every cluster has these two there, and what is set on them can be set nowhere else. */
function isMadeByCluster({ type, name }: Resource): boolean {
  return (type === 'Service' && name === 'kubernetes') || (type === 'ServiceAccount' && name === 'default');
}

/** Whether a chart names it in so many words: `.Release.Namespace` is `default` only where the chart is rendered. */
function isWrittenOut(namespace: Node): boolean {
  const { file, start, end } = namespace.origin();
  const written = file.text.slice(start, end);
  return written.includes('default') && !written.includes('{{');
}
