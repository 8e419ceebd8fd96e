import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import type { Selector, Subject } from '../selector.ts';
import { itemsAt, textAt } from './look.ts';
import { mayMeet, namespaceOf } from './names.ts';
import { isSystem } from './namespaces.ts';

/** One rule of a Role or ClusterRole. */
export interface AccessRule extends Subject {
  readonly verbs: readonly string[];
  readonly groups: readonly string[];
  readonly resources: readonly string[];
  /** objects that it is limited to; none means all */
  readonly names: readonly string[];
  /** stands in a ClusterRole */
  readonly clusterWide: boolean;
}

/** Rules of the roles that the repository makes; those that Kubernetes itself keeps (`system:…`) are left out. */
export const accessRules: Selector<AccessRule> = {
  of: 'RBAC rules',
  find: (graph: Graph) =>
    ['Role', 'ClusterRole'].flatMap((type) =>
      graph.ofType(type).flatMap((resource) => {
        if (resource.name.startsWith('system:')) return [];
        return itemsAt(resource.body, 'rules').map((node) => ({
          resource,
          node,
          verbs: texts(node, 'verbs'),
          groups: texts(node, 'apiGroups'),
          resources: texts(node, 'resources'),
          names: texts(node, 'resourceNames'),
          clusterWide: type === 'ClusterRole',
        }));
      }),
    ),
};

/**
 * Whether a rule allows one of some verbs on a resource (`secrets`, `pods/exec`) of an API group, a wildcard included.
 * Source: Kubernetes documentation, Using RBAC Authorization.
 */
export function allows(rule: AccessRule, verbs: readonly string[], group: string, resource: string): boolean {
  return (
    (rule.groups.includes('*') || rule.groups.includes(group)) &&
    rule.resources.some(
      (named) =>
        named === '*' || named === resource || (named.startsWith('*/') && resource.endsWith(named.slice(1))),
    ) &&
    (rule.verbs.includes('*') || rule.verbs.some((verb) => verbs.includes(verb)))
  );
}

/** Whether a rule allows everything on everything. */
export function allowsEverything({ verbs, groups, resources, names }: AccessRule): boolean {
  return names.length === 0 && [verbs, groups, resources].every((list) => list.includes('*'));
}

/** One subject of a RoleBinding or ClusterRoleBinding. */
export interface BoundSubject extends Subject {
  /** `ServiceAccount`, `User`, `Group` */
  readonly kind: string;
  readonly name: string;
  /** of a service account */
  readonly namespace: string | undefined;
  readonly role: { readonly kind: string; readonly name: string };
  /** by a ClusterRoleBinding */
  readonly clusterWide: boolean;
}

export const boundSubjects: Selector<BoundSubject> = {
  of: 'subjects of role bindings',
  find: (graph: Graph) =>
    ['RoleBinding', 'ClusterRoleBinding'].flatMap((type) =>
      graph.ofType(type).flatMap((resource) =>
        itemsAt(resource.body, 'subjects').map((node) => ({
          resource,
          node,
          kind: textAt(node, 'kind'),
          name: textAt(node, 'name'),
          namespace: textAt(node, 'namespace') || namespaceOf(resource),
          role: {
            kind: textAt(resource.body, 'roleRef', 'kind'),
            name: textAt(resource.body, 'roleRef', 'name'),
          },
          clusterWide: type === 'ClusterRoleBinding',
        })),
      ),
    ),
};

/** Whether any binding names a service account, seen from an object of its namespace; `system:serviceaccounts` groups do not count. */
export function hasRights(graph: Graph, from: Resource, account: string): boolean {
  const namespace = namespaceOf(from);
  return graph
    .select(boundSubjects)
    .some(
      (subject) =>
        subject.kind === 'ServiceAccount' &&
        subject.name === account &&
        (subject.namespace === undefined || namespace === undefined || subject.namespace === namespace) &&
        mayMeet(from, subject.resource),
    );
}

/** Workloads that run with what a role allows: role ← binding → service account ← workload. */
export function holdersOf(graph: Graph, role: Resource): readonly Resource[] {
  const holders = graph
    .to(role, 'grants')
    .flatMap(({ from: binding }) => graph.from(binding, 'binds'))
    .flatMap(({ to: account }) => graph.to(account, 'runs-as'))
    .map(({ from }) => from);
  return [...new Set(holders)];
}

/** Whether a role is one of the cluster's own machinery by its namespace or by that of all who hold it. */
export function isSystemRole(graph: Graph, role: Resource): boolean {
  if (isSystem(role)) return true;
  const holders = holdersOf(graph, role);
  return holders.length > 0 && holders.every(isSystem);
}

function texts(node: Node, field: string): readonly string[] {
  return itemsAt(node, field).map((item) => String(item.content));
}
