import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { labelSelector, matches, podLabels } from '../../graph/kubernetes/labels.ts';
import { namespaceOf } from '../../graph/kubernetes/names.ts';
import { deploymentConfigs, type Pod, podOf } from '../../graph/kubernetes/pods.ts';
import { replicasOf } from '../../graph/kubernetes/scale.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/replicas-not-spread',
  title: 'Replicas that may share a node',
  dimension: 'reliability',
  severity: 'low',
  why: 'Several replicas survive the loss of a node or zone only if they are not all on it. The scheduler spreads pods by default, but weakly, and gives way to anything else; a topology spread constraint or an anti-affinity says that it matters.',
  sameAs: [
    'kics:k8s/deployment_has_no_pod_anti_affinity',
    'kics:k8s/statefulset_has_no_pod_anti_affinity',
    'kube-linter:no-anti-affinity',
    'kube-score:Deployment has host PodAntiAffinity',
    'kube-score:StatefulSet has host PodAntiAffinity',
    'kyverno:topologyspreadconstraints-policy/spread-pods',
    'polaris:topologySpreadConstraint',
  ],
  controls: ['soc2:A1.2'],
  sources: ['https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/'],
  visits: resources('Deployment', 'StatefulSet', 'Rollout.argoproj.io', ...deploymentConfigs),
  judge({ resource }, graph) {
    const pod = podOf(resource);
    const replicas = replicasOf(graph, resource);
    if (!pod || !replicas || isNonProduction(resource)) return;
    const isOpen = replicas.scaler === undefined && !resource.body.has('spec', 'replicas');
    const rules = spreadRules(pod);
    if (replicas.most < 2 && (!isOpen || rules.length > 0)) return;
    const labels = podLabels(graph, resource);
    const namespace = namespaceOf(resource);
    const isKept = (rule: Node) =>
      looksInto(rule, namespace) && matches(labelSelector(rule.get('labelSelector')), labels);
    if (rules.some(isKept)) return;
    const count = replicas.fewest === replicas.most ? `${replicas.most}` : `up to ${replicas.most}`;
    const what =
      rules.length > 0 ? 'its spreading rules match other pods than its own' : 'nothing keeps them apart';
    if (isOpen)
      return {
        message: `${resource.address} leaves its replicas to whoever scales it, and nothing keeps them apart once there are several: add a topologySpreadConstraint over zones or nodes that selects them.`,
        at: rules[0] ?? pod.node,
        severity: 'info',
      };
    return {
      message: `${resource.address} runs ${count} pods and ${what}, so the loss of one node may take them all: add a topologySpreadConstraint over zones or nodes that selects them.`,
      at: rules[0] ?? pod.node,
      ...(isProduction(resource) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  replicas: 3
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
spec:
  replicas: 3
  selector:
    matchLabels: { app: api }
  template:
    metadata:
      labels: { app: api }
    spec:
      topologySpreadConstraints:
        - topologyKey: topology.kubernetes.io/zone
          maxSkew: 1
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels: { app: api }
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
`,
  },
});

/** Everything that keeps pods apart; each carries a label selector. */
function spreadRules({ node }: Pod): readonly Node[] {
  const antiAffinity = node.get('affinity', 'podAntiAffinity');
  return [
    ...node.list('topologySpreadConstraints'),
    ...(antiAffinity?.list('requiredDuringSchedulingIgnoredDuringExecution') ?? []),
    ...(antiAffinity?.list('preferredDuringSchedulingIgnoredDuringExecution') ?? []).flatMap(
      (term) => term.get('podAffinityTerm') ?? [],
    ),
  ];
}

/** An anti-affinity looks into its own namespace unless it names others. Source: Kubernetes API, PodAffinityTerm. */
function looksInto(rule: Node, namespace: string | undefined): boolean {
  const named = rule.list('namespaces').map((one) => one.text());
  if (named.length === 0 || namespace === undefined || named.includes(namespace)) return true;
  return rule.has('namespaceSelector');
}
