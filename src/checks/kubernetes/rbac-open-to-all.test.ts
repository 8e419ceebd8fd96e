import { expect, it } from 'vitest';
import { judgementOf } from '../../../tests/support/judgement-of.ts';
import check from './rbac-open-to-all.ts';

const role = (rules: string, more = '') =>
  `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: public, namespace: shop }
${more}rules: ${rules}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: public, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: public }
subjects: [{ kind: Group, apiGroup: rbac.authorization.k8s.io, name: 'system:authenticated' }]
`;
const rule = (verbs: string, resources: string, names = '', group = '""') =>
  `{ apiGroups: [${group}], resources: [${resources}], verbs: [${verbs}]${names && `, resourceNames: [${names}]`} }`;

it.each([
  ['one named ConfigMap', role(`[${rule('get, watch', 'configmaps', 'motd')}]`), 'info'],
  ['all ConfigMaps', role(`[${rule('get', 'configmaps')}]`), 'medium'],
  ['kinds of others', role(`[${rule('list', 'runtimes', '', 'example.com')}]`), 'medium'],
  [
    'one named, and all of another kind',
    role(`[${rule('get', 'configmaps', 'motd')}, ${rule('get', 'pods')}]`),
    'medium',
  ],
  ['one named Secret', role(`[${rule('get', 'secrets', 'motd')}]`), 'high'],
  ['writing one named ConfigMap', role(`[${rule('get, update', 'configmaps', 'motd')}]`), 'high'],
  ['every verb', role(`[${rule('"*"', 'configmaps', 'motd')}]`), 'high'],
  ['every kind', role(`[${rule('get', '"*"')}]`), 'high'],
  ['every group', role(`[${rule('get', 'things', '', '"*"')}]`), 'high'],
  ['what pods print', role(`[${rule('get', 'pods, pods/log')}]`), 'high'],
  [
    'one harmless and one other rule',
    role(`[${rule('get', 'configmaps', 'motd')}, ${rule('create', 'pods')}]`),
    'high',
  ],
  [
    'rules that the cluster puts together',
    role('[]', 'aggregationRule: { clusterRoleSelectors: [] }\n'),
    'high',
  ],
])('weighs %s', async (_, text, severity) => {
  expect(await judgementOf(check, { 'rbac.yaml': text })).toEqual([`${severity} RoleBinding/shop/public`]);
});
