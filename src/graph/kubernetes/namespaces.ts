import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { namespaceOf, resolveName } from './names.ts';
import type { Pod } from './pods.ts';

/** Levels of the Pod Security Standards that restrict anything, the weaker first. */
export type PodSecurityLevel = 'baseline' | 'restricted';

/**
 * Whether the namespace of an object refuses pods that fall short of a level, so that a pod of that kind never runs.
 * Source: Kubernetes documentation, Pod Security Admission.
 */
export function enforces(graph: Graph, resource: Resource, level: PodSecurityLevel): boolean {
  const enforced = enforcedLevel(graph, resource);
  return enforced === 'restricted' || (enforced === 'baseline' && level === 'baseline');
}

/** The level that the Namespace object enforces, where the repository declares it. */
export function enforcedLevel(graph: Graph, resource: Resource): PodSecurityLevel | undefined {
  const name = namespaceOf(resource);
  if (name === undefined) return undefined;
  for (const namespace of resolveName(graph, resource, 'Namespace', name, { anyNamespace: true })) {
    const level = namespace.body.peek('metadata', 'labels', 'pod-security.kubernetes.io/enforce')?.content;
    if (level === 'baseline' || level === 'restricted') return level;
  }
  return undefined;
}

/** Namespaces of what a cluster itself is made of: networking, storage, policy and delivery. */
const system =
  /^(?:kube-.+|openshift-.+|.+-system|calico-.+|tigera-operator|cilium|metallb|rook-ceph|longhorn|istio-operator|local-path-storage)$/;

/** Whether an object belongs to the cluster's own machinery, which legitimately reaches into nodes. */
export function isSystem(resource: Resource): boolean {
  const namespace = resource.type === 'Namespace' ? resource.name : namespaceOf(resource);
  return isSystemNamespace(namespace);
}

export function isSystemNamespace(namespace: string | undefined): boolean {
  return namespace !== undefined && system.test(namespace);
}

/** Whether a pod is an agent of the node that it runs on: one on each node, or a part of the cluster itself. */
export function isNodeAgent({ resource, workload }: Pod): boolean {
  return workload === 'DaemonSet' || isSystem(resource);
}
