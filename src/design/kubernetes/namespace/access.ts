import type { Namespace } from '../../environment.ts';
import { why, type YamlMap } from '../../yaml/yaml.ts';

/** What people of a team may do: look. What changes comes through the repository. */
export function accessOf({ name }: Namespace): YamlMap[] {
  return [
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { name: 'team-looks', namespace: name },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
      subjects: [
        {
          apiGroup: 'rbac.authorization.k8s.io',
          kind: 'Group',
          name: why(`team:${name}`, 'Of the access entry that the team’s role has in EKS.'),
        },
      ],
    },
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'default', namespace: name },
      automountServiceAccountToken: why(false, 'A pod that names no account gets no token.'),
    },
  ];
}
