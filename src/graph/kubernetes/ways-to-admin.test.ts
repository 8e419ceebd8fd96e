import { expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';
import { waysToAdmin } from './ways-to-admin.ts';

const binding = (name: string, role: string, account: string, namespace?: string) => `
apiVersion: rbac.authorization.k8s.io/v1
kind: ${namespace ? 'RoleBinding' : 'ClusterRoleBinding'}
metadata: { name: ${name}${namespace ? `, namespace: ${namespace}` : ''} }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ${role} }
subjects: [{ kind: ServiceAccount, name: ${account.split('/')[1]}, namespace: ${account.split('/')[0]} }]
---
`;
const role = (name: string, rules: string, labels = '{}') => `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: ${name}, labels: ${labels} }
rules: ${rules}
---
`;
const rule = (group: string, resource: string, verb: string) =>
  `[{ apiGroups: ['${group}'], resources: ['${resource}'], verbs: ['${verb}'] }]`;
const admin = binding('admin', 'cluster-admin', 'a/operator');

async function waysOf(...texts: readonly string[]) {
  const { graph } = await readFiles(Object.fromEntries(texts.map((text, at) => [`${at}.yaml`, text])));
  return waysToAdmin(graph).map((way) =>
    way.map(({ account, held }) => `${account.namespace}/${account.name} ${held.power} ${held.scope}`),
  );
}

it('follows accounts from namespace to namespace', async () => {
  const ways = await waysOf(
    admin,
    binding('tokens', 'tokens', 'b/middle', 'a') +
      role('tokens', rule('', 'serviceaccounts/token', 'create')),
    binding('jobs', 'jobs', 'c/first', 'b') + role('jobs', rule('batch', 'jobs', 'create')),
  );
  expect(ways).toEqual([
    ['b/middle make-tokens a', 'a/operator everything *'],
    ['c/first run-pods b', 'b/middle make-tokens a', 'a/operator everything *'],
  ]);
});

it('counts what is aggregated into a role', async () => {
  const ways = await waysOf(
    admin,
    binding('web', 'web', 'b/web', 'a') +
      role('web', '[]').replace(
        'rules: []',
        'aggregationRule: { clusterRoleSelectors: [{ matchLabels: { into: web } }] }',
      ) +
      role('part', rule('', 'serviceaccounts', 'impersonate'), '{ into: web }'),
  );
  expect(ways).toEqual([['b/web impersonate-accounts a', 'a/operator everything *']]);
});

it('knows the roles of every cluster, and runs commands only where a pod of the account runs', async () => {
  const exec = binding('exec', 'exec', 'b/web', 'a') + role('exec', rule('', 'pods/exec', 'create'));
  const pod = `
apiVersion: v1
kind: Pod
metadata: { name: operator, namespace: a }
spec: { serviceAccountName: operator, containers: [{ name: operator, image: operator:1 }] }
`;
  expect(await waysOf(admin, binding('edit', 'edit', 'b/web', 'a'))).toEqual([
    ['b/web impersonate-accounts a', 'a/operator everything *'],
  ]);
  expect(await waysOf(admin, exec)).toEqual([]);
  expect(await waysOf(admin, exec, pod)).toEqual([['b/web exec a', 'a/operator everything *']]);
});

it.each([
  ['another namespace', admin + binding('edit', 'edit', 'b/web', 'b')],
  ['the role view', admin + binding('view', 'view', 'b/web')],
  [
    'a rule of single names',
    admin +
      binding('tokens', 'tokens', 'b/web', 'a') +
      role(
        'tokens',
        "[{ apiGroups: [''], resources: [serviceaccounts/token], verbs: [create], resourceNames: [web] }]",
      ),
  ],
  ['a cluster without administrators', binding('edit', 'edit', 'b/web', 'a')],
])('leads nowhere from %s', async (_, text) => {
  expect(await waysOf(text)).toEqual([]);
});

it('keeps what is tried out apart from what is deployed', async () => {
  const { graph } = await readFiles({
    'examples/admin.yaml': admin,
    'deploy/edit.yaml': binding('edit', 'edit', 'b/web', 'a'),
  });
  expect(waysToAdmin(graph)).toEqual([]);
});
