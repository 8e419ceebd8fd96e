import type { Node } from '../../model/node.ts';
import type { Relation } from '../../model/relation.ts';
import type { Graph } from '../graph.ts';
import { namespaceOf, resolveName } from '../kubernetes/names.ts';

/** RoleBinding, ClusterRoleBinding → the role they grant and the service accounts they bind. */
export function linkBindings(graph: Graph): Relation[] {
  return ['RoleBinding', 'ClusterRoleBinding'].flatMap((type) =>
    graph.ofType(type).flatMap((from): Relation[] => {
      const role = from.body.peek('roleRef');
      const roleName = role?.peek('name')?.content;
      const roleType = String(role?.peek('kind')?.content ?? 'Role');
      const grants =
        role && typeof roleName === 'string'
          ? resolveName(graph, from, roleType, roleName, { anyNamespace: roleType === 'ClusterRole' }).map(
              (to) => ({
                kind: 'grants' as const,
                from,
                to,
                at: role,
              }),
            )
          : [];
      const subjects = from.body.peek('subjects')?.content;
      const binds = (Array.isArray(subjects) ? (subjects as readonly Node[]) : []).flatMap((at) => {
        const name = at.peek('name')?.content;
        if (at.peek('kind')?.content !== 'ServiceAccount' || typeof name !== 'string') return [];
        const stated = at.peek('namespace')?.content;
        const namespace = typeof stated === 'string' ? stated : namespaceOf(from);
        return resolveName(graph, from, 'ServiceAccount', name, { namespace }).map((to) => ({
          kind: 'binds' as const,
          from,
          to,
          at,
        }));
      });
      return [...grants, ...binds];
    }),
  );
}
