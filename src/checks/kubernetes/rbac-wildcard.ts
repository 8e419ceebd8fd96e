import {
  type AccessRule,
  accessRules,
  allowsEverything,
  holdersOf,
  isSystemRole,
} from '../../graph/kubernetes/access-rules.ts';
import { doorTo } from '../../graph/kubernetes/traffic.ts';
import type { Severity } from '../../model/dimension.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/rbac-wildcard',
  title: 'Role with a wildcard',
  dimension: 'security',
  severity: 'medium',
  why: 'A wildcard in a role grants also what does not exist yet: a new subresource, a custom resource installed next year. All three together are as good as cluster-admin. Name what is needed; `kubectl auth can-i --list` and audit logs tell what is used.',
  sameAs: [
    'checkov:CKV_K8S_49',
    'kics:k8s/rbac_wildcard_in_rule',
    'kube-linter:wildcard-in-rules',
    'kyverno:restrict-wildcard-resources/wildcard-resources',
    'kyverno:restrict-wildcard-verbs/wildcard-verbs',
    'regula:FG_R00481',
    'trivy:KSV-0044',
    'trivy:KSV-0045',
    'trivy:KSV-0046',
    'trivy:KSV-0112',
  ],
  controls: ['cis-kubernetes:5.1.3', 'soc2:CC6.3'],
  sources: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/#wildcards'],
  visits: accessRules,
  judge(rule, graph) {
    const { node, verbs, groups, resources, clusterWide, resource } = rule;
    const wild = [
      ...(verbs.includes('*') ? ['verbs'] : []),
      ...(resources.includes('*') ? ['resources'] : []),
      ...(groups.includes('*') ? ['apiGroups'] : []),
    ];
    if (wild.length === 0) return;
    const whole = allowsEverything(rule);
    const door = whole ? holdersOf(graph, resource).find((holder) => doorTo(graph, holder)) : undefined;
    const consequence = whole
      ? `everything, like ${clusterWide ? 'cluster-admin' : 'the admin of its namespace'}${door ? `, to ${door.address}, which can be reached from outside` : ''}`
      : `more than is listed, also what is added later (${wild.join(', ')}: *)`;
    return {
      message: `${resource.address} allows ${consequence}: name the verbs and resources that are needed.`,
      at: node.get(wild[0]!)!,
      key: keyOf(rule),
      severity: door ? 'high' : isSystemRole(graph, resource) ? 'low' : severityOf(rule),
    };
  },
  examples: {
    bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: deployer
rules:
  - apiGroups: ['*']
    resources: ['*']
    verbs: ['*']
`,
    good: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: deployer
rules:
  - apiGroups: [apps]
    resources: [deployments]
    verbs: [get, list, patch]
`,
  },
});

function keyOf({ groups, resources, verbs }: AccessRule): string {
  return [groups, resources, verbs].map((list) => list.join()).join(' ');
}

/** All resources of the core group hold the secrets; a wildcard of verbs on named resources is a matter of style. */
function severityOf({ groups, resources, clusterWide }: AccessRule): Severity {
  const holdsSecrets = resources.includes('*') && (groups.includes('*') || groups.includes(''));
  return holdsSecrets && clusterWide ? 'medium' : 'low';
}
