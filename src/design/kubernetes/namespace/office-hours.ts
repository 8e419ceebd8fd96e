import type { Namespace } from '../../environment.ts';
import { isSwitchedInCluster, officeHoursAccount } from '../../office-hours.ts';
import type { YamlMap } from '../../yaml/yaml.ts';
import type { Site } from '../site.ts';
import { controllerKindOf } from '../workload/controller-kind.ts';

/** Lets office hours change how many replicas the services of a team have, and nothing else of them. */
export function officeHoursRightsOf({ name }: Namespace, { environment }: Site): YamlMap[] {
  const own = environment.services.filter(({ namespace }) => namespace === name);
  if (!isSwitchedInCluster(environment) || own.length === 0) return [];
  const metadata = { name: officeHoursAccount.name, namespace: name };
  const named = (kind: string) =>
    own.filter((one) => controllerKindOf(one).kind === kind).map((one) => one.name);
  return [
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata,
      rules: [
        ...rulesFor('apps', 'deployments', named('Deployment')),
        ...rulesFor('argoproj.io', 'rollouts', named('Rollout')),
      ],
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata,
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: metadata.name },
      subjects: [{ kind: 'ServiceAccount', ...officeHoursAccount }],
    },
  ];
}

function rulesFor(group: string, resource: string, names: readonly string[]): YamlMap[] {
  if (names.length === 0) return [];
  const rule = (subject: string, verbs: readonly string[]): YamlMap => ({
    apiGroups: [group],
    resources: [subject],
    resourceNames: [...names],
    verbs: [...verbs],
  });
  return [rule(resource, ['get']), rule(`${resource}/scale`, ['get', 'patch'])];
}
