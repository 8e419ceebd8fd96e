import type { Architecture } from '../../architecture.ts';
import type { YamlMap } from '../../yaml/yaml.ts';
import { teamKinds } from '../argocd/kinds.ts';

/** The account whose rights a team's folders are applied with. */
export const deliverer = 'delivery';

/** Rights in one namespace, over what a team may bring into it. */
export function tenantRights(architecture: Architecture, namespace: string): YamlMap[] {
  const metadata = { name: deliverer, namespace };
  const groups = new Map<string, string[]>();
  for (const { group, kind } of teamKinds(architecture))
    groups.set(group, [...(groups.get(group) ?? []), pluralOf(kind)]);
  const reading = ['get', 'list', 'watch'];
  const verbs = [...reading, 'create', 'update', 'patch', 'delete'];
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata, automountServiceAccountToken: false },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata,
      rules: [
        ...[...groups].map(([group, resources]) => ({ apiGroups: [group], resources, verbs })),
        // whether what was applied runs is read off what Deployments make
        { apiGroups: ['apps'], resources: ['replicasets'], verbs: reading },
        { apiGroups: [''], resources: ['pods'], verbs: reading },
        // Helm keeps what it knows of a release in Secrets of its namespace
        ...(architecture.delivery.packaging === 'helm'
          ? [{ apiGroups: [''], resources: ['secrets'], verbs }]
          : []),
      ],
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata,
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: deliverer },
      subjects: [{ kind: 'ServiceAccount', name: deliverer, namespace }],
    },
  ];
}

function pluralOf(kind: string): string {
  const name = kind.toLowerCase();
  return name.endsWith('y') ? `${name.slice(0, -1)}ies` : name.endsWith('s') ? `${name}es` : `${name}s`;
}
