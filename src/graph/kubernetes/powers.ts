import { type AccessRule, allows, allowsEverything } from './access-rules.ts';

/** What a role lets one do that leads to more. */
export type Power =
  | 'everything'
  | 'escalate'
  | 'bind'
  | 'impersonate'
  | 'impersonate-accounts'
  | 'make-tokens'
  | 'run-pods'
  | 'exec'
  | 'read-secrets';

/** Completes "may …". */
export const inWords: Readonly<Record<Power, string>> = {
  everything: 'do everything',
  escalate: 'write roles with rights that it does not have',
  bind: 'hand out roles that it does not have',
  impersonate: 'act as any user or group',
  'impersonate-accounts': 'act as other service accounts',
  'make-tokens': 'make tokens of service accounts',
  'run-pods': 'run pods under any service account',
  exec: 'run commands in pods',
  'read-secrets': 'read all Secrets',
};

const rbac = 'rbac.authorization.k8s.io';
const workloads: readonly (readonly [group: string, resource: string])[] = [
  ['', 'pods'],
  ['', 'replicationcontrollers'],
  ['apps', 'deployments'],
  ['apps', 'daemonsets'],
  ['apps', 'statefulsets'],
  ['apps', 'replicasets'],
  ['batch', 'jobs'],
  ['batch', 'cronjobs'],
];

/** The powers that one rule gives. A rule that is limited to names gives none: what they are cannot be told from here. */
export function powersOf(rule: AccessRule): readonly Power[] {
  if (rule.names.length > 0) return [];
  if (allowsEverything(rule)) return ['everything'];
  const says = (verb: string, group: string, ...resources: readonly string[]) =>
    resources.some((resource) => allows(rule, [verb], group, resource));
  const found: Power[] = [];
  if (says('escalate', rbac, 'clusterroles', 'roles')) found.push('escalate');
  if (says('bind', rbac, 'clusterroles', 'roles')) found.push('bind');
  if (says('impersonate', '', 'users', 'groups')) found.push('impersonate');
  else if (says('impersonate', '', 'serviceaccounts')) found.push('impersonate-accounts');
  if (says('create', '', 'serviceaccounts/token')) found.push('make-tokens');
  if (workloads.some(([group, resource]) => says('create', group, resource))) found.push('run-pods');
  if (says('create', '', 'pods/exec', 'pods/attach')) found.push('exec');
  if (['get', 'list', 'watch'].some((verb) => says(verb, '', 'secrets'))) found.push('read-secrets');
  return found;
}

/** What the roles that every cluster has give. Source: Kubernetes documentation, Using RBAC Authorization, User-facing roles. */
export const builtInPowers: Readonly<Record<string, readonly Power[] | undefined>> = {
  'cluster-admin': ['everything'],
  admin: ['impersonate-accounts', 'make-tokens', 'run-pods', 'exec', 'read-secrets'],
  edit: ['impersonate-accounts', 'make-tokens', 'run-pods', 'exec', 'read-secrets'],
  view: [],
};
