import type { Graph } from '../../graph/graph.ts';
import { namespaceOf, resolveName } from '../../graph/kubernetes/names.ts';
import { type Pod, pods } from '../../graph/kubernetes/pods.ts';
import { holdsNear, mayBeMadeByOperator } from '../../graph/kubernetes/presence.ts';
import { type PodReference, referencesOf } from '../../graph/kubernetes/references.ts';
import { sceneOf } from '../../graph/kubernetes/scene.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

/** Objects that no repository declares: the cluster makes them, or Istio, in every namespace. */
const givenByCluster = new Set([
  'kube-root-ca.crt',
  'default',
  'openshift-service-ca.crt',
  'istio-ca-root-cert',
  'extension-apiserver-authentication',
]);

/** Makers of Secrets: where one of them is in the repository or a Secret is never committed, a missing one says nothing. */
const judged = new Set(['ConfigMap', 'PersistentVolumeClaim', 'ServiceAccount']);

export default check({
  id: 'contracts/pod-reference-missing',
  title: 'Pod that needs something which does not exist',
  dimension: 'functionality',
  severity: 'high',
  why: 'A pod whose ConfigMap, claim or service account is missing is not started: it stays in ContainerCreating, Pending or never appears at all, and a rollout to it hangs. It usually follows a rename in one of two files.',
  sameAs: [
    'kube-linter:env-value-from',
    'kube-linter:non-existent-service-account',
    'kubescape:non-existent-service-account',
  ],
  sources: ['https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/#restrictions'],
  visits: pods,
  judge(pod, graph) {
    return referencesOf(pod).flatMap((reference) => {
      const { type, name, at, key } = reference;
      if (isMissing(graph, pod, reference))
        return [
          {
            message: `${pod.resource.address} needs ${type} ${name}, which nothing in the repository declares: the pod cannot start until it exists. Correct the name, or declare it.`,
            at,
            key: `${type}/${name}`,
            ...((isAlone(graph, pod, reference) || sceneOf(at.file) !== '') && { severity: 'low' as const }),
          },
        ];
      if (key === undefined || !lacksKey(graph, pod, reference)) return [];
      return [
        {
          message: `${pod.resource.address} needs the key ${key} of ${type} ${name}, which has no such key: the container cannot start. Add the key, or correct its name.`,
          at,
          key: `${type}/${name}/${key}`,
        },
      ];
    });
  },
  examples: {
    bad: `apiVersion: v1
kind: ConfigMap
metadata:
  name: api-settings
data: { LOG_LEVEL: info }
---
apiVersion: v1
kind: Pod
metadata:
  name: api
spec:
  containers:
    - name: api
      image: registry.example.com/api:1.4.2
      envFrom:
        - configMapRef: { name: api-config }
`,
    good: `apiVersion: v1
kind: ConfigMap
metadata:
  name: api-settings
data: { LOG_LEVEL: info }
---
apiVersion: v1
kind: Pod
metadata:
  name: api
spec:
  containers:
    - name: api
      image: registry.example.com/api:1.4.2
      envFrom:
        - configMapRef: { name: api-settings }
`,
  },
});

/** Missing where the same unit declares others of its type, so that they are known to be kept here, or is all there is. */
function isMissing(graph: Graph, pod: Pod, { type, name, optional }: PodReference): boolean {
  if (optional || !judged.has(type) || givenByCluster.has(name)) return false;
  const { resource } = pod;
  if (mayBeMadeByOperator(graph, resource)) return false;
  if (!holdsNear(graph, resource, type) && !isAlone(graph, pod, { type })) return false;
  return resolveName(graph, resource, type, name, { namespace: namespaceOf(resource) }).length === 0;
}

/** Whether all objects of that name are declared with keys, and none with this one. An empty Secret is filled by something else. */
function lacksKey(graph: Graph, pod: Pod, { type, name, key, optional }: PodReference): boolean {
  if (optional || key === undefined || (type !== 'ConfigMap' && type !== 'Secret')) return false;
  const found = resolveName(graph, pod.resource, type, name, { namespace: namespaceOf(pod.resource) });
  return (
    found.length > 0 &&
    found.every(({ body }) => {
      const keys = ['data', 'binaryData', 'stringData'].flatMap((field) => body.entries(field));
      if (type === 'Secret' && (keys.length === 0 || isFilledByCluster(body))) return false;
      return keys.every(([declared]) => declared !== key);
    })
  );
}

function isFilledByCluster(secret: Node): boolean {
  return secret.text('type') === 'kubernetes.io/service-account-token';
}

/**
 * Whether nothing in the repository says where service accounts come from: no other one, no Terraform, no operator. Then
 * the one that is named may be made by hand, and that is worth a remark.
 */
function isAlone(graph: Graph, { resource }: Pod, { type }: Pick<PodReference, 'type'>): boolean {
  if (type !== 'ServiceAccount' || resource.unit.kind !== 'manifests') return false;
  return graph.derive(isAlone, () => {
    const sources = new Set(graph.resources.map(({ source }) => source));
    return graph.ofType('ServiceAccount').length === 0 && !sources.has('terraform');
  });
}
