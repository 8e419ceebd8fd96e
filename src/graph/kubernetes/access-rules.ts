import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { itemsAt, textAt } from '../look.ts';
import type { Selector, Subject } from '../selector.ts';
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
        const rules = rulesOf(resource);
        return isKeptByCluster(resource) && !isForged(graph, resource, rules) ? [] : rules;
      }),
    ),
};

/** Roles that every cluster has and keeps itself. Source: Kubernetes documentation, Using RBAC Authorization, Default roles. */
function isKeptByCluster({ type, name }: Resource): boolean {
  return (
    /^(?:system|gce):/.test(name) ||
    (type === 'ClusterRole' && /^(?:cluster-admin|admin|edit|view)$/.test(name))
  );
}

/** None of the roles that the cluster names `system:…` allows everything: one that is bound here is somebody else's. */
function isForged(graph: Graph, role: Resource, rules: readonly AccessRule[]): boolean {
  return (
    role.name.startsWith('system:') &&
    rules.some(allowsEverything) &&
    graph.to(role, 'grants').some(({ from }) => !/^(?:system|gce):/.test(from.name))
  );
}

/** The rules of a Role or ClusterRole. */
export function rulesOf(role: Resource): AccessRule[] {
  return itemsAt(role.body, 'rules').map((node) => ({
    resource: role,
    node,
    verbs: texts(node, 'verbs'),
    groups: texts(node, 'apiGroups'),
    resources: texts(node, 'resources'),
    names: texts(node, 'resourceNames'),
    clusterWide: role.type === 'ClusterRole',
  }));
}

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

/** The verbs that reading and writing take. Source: Kubernetes documentation, API access control, Determine the Request Verb. */
const plainVerbs = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'];

/** Whether a rule allows everything on everything. Who may read and write it all does the rest through the tokens of others. */
export function allowsEverything({ verbs, groups, resources, names }: AccessRule): boolean {
  return (
    names.length === 0 &&
    groups.includes('*') &&
    resources.includes('*') &&
    (verbs.includes('*') || plainVerbs.every((verb) => verbs.includes(verb)))
  );
}

/** The role of the repository that a binding gives and that allows everything, if it gives one. */
export function adminRoleOf(graph: Graph, binding: Resource): Resource | undefined {
  return graph
    .from(binding, 'grants')
    .map(({ to }) => to)
    .find((role) => rulesOf(role).some(allowsEverything));
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
  const bound = boundAccounts(graph).get(account);
  if (!bound) return false;
  const namespace = namespaceOf(from);
  return bound.some(
    (subject) =>
      (subject.namespace === undefined || namespace === undefined || subject.namespace === namespace) &&
      mayMeet(from, subject.resource),
  );
}

/** Service accounts that a binding names, by their name. */
function boundAccounts(graph: Graph): ReadonlyMap<string, readonly BoundSubject[]> {
  return graph.derive(boundAccounts, () => {
    const found = new Map<string, BoundSubject[]>();
    for (const subject of graph.select(boundSubjects)) {
      if (subject.kind !== 'ServiceAccount' || subject.name === undefined) continue;
      const list = found.get(subject.name);
      if (list) list.push(subject);
      else found.set(subject.name, [subject]);
    }
    return found;
  });
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
